import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { analyze } from "@statewright/analysis";
import { type MachineTypes, parseMachine } from "@statewright/asl";
import { compile, isWorkflow } from "@statewright/builder";
import type { Diagnostic } from "@statewright/diagnostics";
import { checkMocks, readMocks, simulate } from "@statewright/simulator";
import { afterAll, describe, expect, test } from "vitest";

// Each diagnostic has a page with an example that gives it and a twin that does not. Both are run here.

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const pages = join(root, "docs", "diagnostics");
mkdirSync(join(root, "packages", "statewright", ".statewright"), { recursive: true });
const folder = mkdtempSync(join(root, "packages", "statewright", ".statewright", "docs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Rooms are walked one by one: beside their sources stand folders that other tests make and remove.
const sources = readdirSync(join(root, "packages")).flatMap((room) =>
  files(join(root, "packages", room, "src"), /(?<!\.test)\.ts$/),
);
const codes = sources.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/\bcode: "([a-z]+\/[a-z-]+)"/g)].map(([, code = ""]) => code),
);
const explained = files(pages, /\.md$/).map((file) => relative(pages, file).replace(/\.md$/, ""));

test("every diagnostic has a page", () => {
  expect([...new Set(codes)].filter((code) => !explained.includes(code)).sort()).toEqual([]);
});

test("every page explains a diagnostic", () => {
  expect(explained.filter((code) => !codes.includes(code))).toEqual([]);
});

describe.each(explained)("%s", (code) => {
  const page = readFileSync(join(pages, `${code}.md`), "utf8");

  test("has the parts of a page", () => {
    expect(page.startsWith(`# ${code}\n\n`)).toBe(true);
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title).slice(0, 2)).toEqual([
      "Fails",
      "Works",
    ]);
  });

  test("the example that fails gives it", async () => {
    const found = await findings(blocksOf(page, "Fails"), `${code}-fails`);
    if (found !== undefined) expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  test("the twin differs in a small part only", () => {
    const [fails, works] = ["Fails", "Works"].map((title) =>
      [...blocksOf(page, title)].flatMap(([name, text]) => [
        name,
        ...text.split("\n").map((line) => line.trim()),
      ]),
    );
    expect(works).not.toEqual(fails);
    if (fails?.[0] !== "text") expect(differingLines(fails ?? [], works ?? [])).toBeLessThanOrEqual(13);
  });

  test("the example that works gives nothing", async () => {
    const found = await findings(blocksOf(page, "Works"), `${code}-works`);
    if (found !== undefined) expect(found).toEqual([]);
  });
});

test("the README's workflow compiles to the ASL beside it", async () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, workflow = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, machine = ""] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
  const file = join(folder, "readme.ts");
  writeFileSync(file, workflow);
  const { checkout } = await import(file);
  const { text, diagnostics } = compile(checkout);
  expect(text).toBe(machine);
  expect(diagnostics.filter(({ severity }) => severity !== "hint")).toEqual([]);
});

test("the table of severities is that of the sources: `npm run pages` writes it", async () => {
  const table = JSON.parse(readFileSync(join(pages, "severities.json"), "utf8"));
  expect(Object.keys(table)).toEqual([...new Set(codes)].sort());
  expect(table).toMatchObject({ "data/unknown-field": "error", "transition/unreachable": "error" });
});

/** Lines that stand in one list only, of the list that has more of them. */
function differingLines(left: readonly string[], right: readonly string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const line of left) {
    const next = [0];
    right.forEach((other, index) => {
      next.push(line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    });
    row = next;
  }
  return Math.max(left.length, right.length) - (row.at(-1) ?? 0);
}

type Blocks = ReadonlyMap<string, string>;

/** The fenced blocks of a section by the name of their file; a block of plain text is named `text`. */
function blocksOf(page: string, title: string): Blocks {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? "";
  const blocks = [...section.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)];
  return new Map(
    blocks.map(([, language = "", name = "", text = ""]) => [name === "" ? language : name, text]),
  );
}

/** What the blocks give; nothing for a page that shows a command instead of a machine. */
async function findings(blocks: Blocks, name: string): Promise<readonly Diagnostic[] | undefined> {
  const workflow = blocks.get("workflow.ts");
  if (workflow !== undefined) return findingsOfModule(workflow, name.replaceAll("/", "-"));
  const machine = blocks.get("machine.asl.json");
  if (machine !== undefined) return findingsOfMachine(machine, blocks);
  const yaml = blocks.get("machine.asl.yaml");
  if (yaml !== undefined) return parseMachine(yaml, { format: "yaml" }).diagnostics;
  expect([...blocks.keys()]).toEqual(["text"]);
  return undefined;
}

async function findingsOfModule(text: string, name: string): Promise<readonly Diagnostic[]> {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, text);
  const exported: Record<string, unknown> = await import(file);
  const workflows = Object.values(exported).filter(isWorkflow);
  expect(workflows.length).toBeGreaterThan(0);
  return workflows.flatMap((workflow) => compile(workflow).diagnostics);
}

async function findingsOfMachine(text: string, blocks: Blocks): Promise<readonly Diagnostic[]> {
  const parsed = parseMachine(text);
  if (parsed.machine === undefined) return parsed.diagnostics;
  const types: MachineTypes | undefined = json(blocks.get("machine.types.json"));
  const found = [...parsed.diagnostics, ...analyze(parsed.machine, types && { types }).diagnostics];
  if (!blocks.has("input.json") && !blocks.has("mocks.json")) return found;
  const read = readMocks(json(blocks.get("mocks.json")) ?? {});
  if (read.mocks === undefined) return [...found, ...read.diagnostics];
  const run = await simulate(parsed.machine, {
    input: json(blocks.get("input.json")) ?? {},
    mocks: read.mocks,
  });
  return [
    ...found,
    ...read.diagnostics,
    ...checkMocks(read.mocks, parsed.machine),
    ...(run.diagnostics ?? []),
  ];
}

function json<T>(text: string | undefined): T | undefined {
  return text === undefined ? undefined : JSON.parse(text);
}

function files(start: string, wanted: RegExp): string[] {
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => wanted.test(file))
    .sort();
}
