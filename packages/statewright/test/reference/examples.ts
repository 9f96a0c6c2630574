import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Workflow } from "@statewright/builder";

// The examples of docs/reference: each is one file, shown on a page with the machine it becomes.

const folder = resolve(import.meta.dirname, "../../../../docs/reference");

/** How the tests run an example. */
export interface Run {
  readonly workflow: Workflow<unknown, unknown>;
  readonly input: unknown;
  readonly mocks?: object;
  readonly readers?: object;
  /** `SUCCEEDED` unless it says otherwise. */
  readonly status?: string;
  readonly output?: unknown;
}

export interface Example {
  readonly name: string;
  /** What the page shows of the file. */
  readonly shown: string;
  readonly exported: Readonly<Record<string, unknown>>;
  readonly run: Run;
}

const hidden = "\n// How the tests run it.\n";

/** Every example by its name. */
export async function readExamples(): Promise<ReadonlyMap<string, Example>> {
  const files = readdirSync(join(folder, "examples")).filter((file) => file.endsWith(".ts"));
  const examples = files.sort().map(async (file): Promise<[string, Example]> => {
    const path = join(folder, "examples", file);
    const name = basename(file, ".ts");
    const exported: Record<string, unknown> = await import(path);
    const [shown = ""] = readFileSync(path, "utf8").split(hidden);
    return [name, { name, shown: shown.trimEnd(), exported, run: exported.run as Run }];
  });
  return new Map(await Promise.all(examples));
}

/** Every page of the reference: its path and text. */
export function readPages(): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
  return new Map(files.sort().map((file) => [join(folder, file), readFileSync(join(folder, file), "utf8")]));
}

const marked = /^<!-- example: (\S+) -->\n([\s\S]*?)^<!-- end -->$/gm;

/** The names of the examples that a page, or a part of one, shows. */
export function examplesOn(page: string): readonly string[] {
  return [...page.matchAll(marked)].map(([, name = ""]) => name);
}

/** The page with what its marks name between them: the example and its machine. */
export function filledPage(
  page: string,
  contentOf: (name: string) => { readonly shown: string; readonly machine: string } | undefined,
): string {
  return page.replaceAll(marked, (whole, name: string) => {
    const content = contentOf(name);
    if (content === undefined) return whole;
    const blocks = [`\`\`\`ts\n${content.shown}\n\`\`\``, `\`\`\`json\n${content.machine.trimEnd()}\n\`\`\``];
    return `<!-- example: ${name} -->\n${blocks.join("\n\n")}\n<!-- end -->`;
  });
}
