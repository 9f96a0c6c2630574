import { readFileSync } from "node:fs";
import type { Kind } from "./programs.ts";

/**
 * A construct that is compiled, as forms to compose: what stands between « and » is replaced by a random expression of
 * that kind, and «a=>b» by a function from one kind to another.
 */
export interface Feature {
  /** The row of the table that it belongs to. */
  readonly row: string;
  /** What its forms yield. */
  readonly kind: Kind;
  readonly forms: readonly [string, ...string[]];
}

/** `# row`, and below it a form a line, behind the kind of what it yields. */
const text = readFileSync(new URL("./fixtures/constructs.txt", import.meta.url), "utf8");

export const features: readonly Feature[] = text
  .split(/^# /m)
  .slice(1)
  .flatMap((section) => {
    const [row = "", ...lines] = section.trimEnd().split("\n");
    const forms = new Map<string, string[]>();
    for (const line of lines) {
      const [, kind, form] = /^(\w+) +(.+)$/.exec(line) ?? [];
      if (kind !== undefined && form !== undefined) forms.set(kind, [...(forms.get(kind) ?? []), form]);
    }
    return [...forms].map(([kind, [first = "", ...others]]): Feature => {
      return { row, kind: kind as Kind, forms: [first, ...others] };
    });
  });
