import type { Arrow, Constants, Origin, Template } from "@statewright/compiler";
import { childPointer, type Diagnostic, type JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { readReusable } from "../arrow/read-arrow.ts";
import { templateValue } from "../diagnostics.ts";
import { reusableOf } from "../template/expression.ts";
import { isPlain, originPlace, readTemplate } from "../template/read-template.ts";

/** The constants of a workflow: what is plain data, and the reusable expressions among them. */
export interface ReadConstants {
  readonly data?: Constants;
  readonly expressions?: Readonly<Record<JsonPointer, Arrow>>;
  readonly problems: readonly Diagnostic[];
}

/** The constants of a workflow as plain data. */
export function constantsOf(given: unknown, origin: Origin | undefined): ReadConstants {
  if (given === undefined) return { problems: [] };
  const problems: Diagnostic[] = [];
  const where = "`constants`";
  const report = (problem: Diagnostic): void => void problems.push(problem);
  const expressions: Record<JsonPointer, Arrow> = Object.create(null);
  const plain = withoutExpressions(given, "", expressions, 0);
  const data = jsonOf(readTemplate(plain, { where, origin, report }), (what) =>
    report(templateValue.at(originPlace(origin), { what, where })),
  );
  for (const arrow of Object.values(expressions)) {
    problems.push(...arrow.problems.map((problem) => ({ ...problem, ...originPlace(arrow.origin) })));
  }
  const isRecord = typeof data === "object" && data !== null && !Array.isArray(data);
  return {
    ...(isRecord && { data: data as Constants }),
    ...(Object.keys(expressions).length > 0 && { expressions }),
    problems,
  };
}

/** Deeper data is refused as a constant. */
const deepest = 20;

/** The constants without the expressions, which are noted by their pointer. */
function withoutExpressions(
  value: unknown,
  pointer: JsonPointer,
  found: Record<JsonPointer, Arrow>,
  depth: number,
): unknown {
  const reusable = reusableOf(value);
  if (reusable) {
    found[pointer] = readReusable(reusable.fn, reusable.origin);
    return undefined;
  }
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isRecord || !isPlain(value) || depth > deepest) return value;
  const parts = Object.entries(value).map(([key, part]) => [
    key,
    withoutExpressions(part, childPointer(pointer, key), found, depth + 1),
  ]);
  return Object.fromEntries(parts);
}

function jsonOf(template: Template, refuse: (what: string) => void): Json {
  switch (template.kind) {
    case "value":
      return template.value;
    case "array":
      return template.items.map((item) => jsonOf(item, refuse));
    case "object":
      return Object.fromEntries(template.entries.map(([key, value]) => [key, jsonOf(value, refuse)]));
    default:
      refuse(holes[template.kind]);
      return null;
  }
}

const holes: Readonly<Record<"param" | "raw" | "arrow", string>> = {
  param: "a `param(…)`",
  raw: "an expression",
  arrow: "a function",
};
