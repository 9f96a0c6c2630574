import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builds, reference } from "./builds.ts";
import { outcomeOf, outerNames } from "./outcome.ts";
import { makeProject, type Project, root } from "./project.ts";
import { inNode, type Outcomes, runners } from "./runners.ts";

// Arrows are read from their text, which tools rewrite. Here the same workflows go through each tool as a user runs it,
// and what they compile to is compared with what they compile to as written. docs/toolchains.md has the table; the
// deep run makes every row of it, this one those of the tools that differ most.

const isDeep = Boolean(process.env.STATEWRIGHT_DEEP);
const examples = isDeep ? readdirSync(join(root, "examples")) : ["order-processing"];
const page = readFileSync(join(root, "docs", "toolchains.md"), "utf8");

const wanted = <T extends { readonly deep?: boolean }>(all: readonly T[]): readonly T[] =>
  all.filter(({ deep }) => isDeep || !deep);

interface Row {
  readonly tool: string;
  readonly settings: string;
  readonly outcomes: Outcomes;
}

let project: Project;
const rows: Row[] = [];

beforeAll(async () => {
  project = await makeProject(examples);
  const chosen = wanted(builds);
  const folders = await Promise.all(chosen.map((build) => build.run(project)));
  const compiled = await inNode(project, folders);
  for (const [index, { tool, settings }] of chosen.entries()) {
    rows.push({ tool, settings, outcomes: compiled[folders[index] ?? ""] ?? {} });
  }
  for (const { tool, settings, run } of wanted(runners)) {
    rows.push({ tool, settings, outcomes: await run(project) });
  }
});
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const outcomesOf = (tool: string, settings: string): Outcomes =>
  rows.find((row) => row.tool === tool && row.settings === settings)?.outcomes ?? {};
const plain = (): Outcomes => outcomesOf(reference.tool, reference.settings);

test("as written, the workflows compile without an error, the examples to the ASL beside them", () => {
  for (const [name, { text, errors }] of Object.entries(plain())) {
    if (name !== "outer") expect(errors).toEqual([]);
    if (!examples.includes(name)) continue;
    expect(text).toBe(readFileSync(join(root, "examples", name, "asl", `${name}.asl.json`), "utf8"));
  }
  expect(Object.keys(plain()).sort()).toEqual([...examples, "constructs", "outer"].sort());
});

test("the constructs are all that the page of expressions lists", () => {
  const constructs = project.sources.get("constructs.ts") ?? "";
  const text = readFileSync(join(root, "docs", "expressions.md"), "utf8");
  const rows =
    text
      .split("## Not possible")[0]
      ?.split("\n")
      .filter((line) => line.startsWith("| ")) ?? [];
  const cells = rows.map((row) => row.split(" | ")[0] ?? "");
  const names = cells.flatMap((cell) =>
    [...cell.matchAll(/`(?:\w+\.)?(\w+)[^`]*`/g)].map(([, name = ""]) => name),
  );
  const words = names.filter((name) => name.length > 2);
  expect(words.length).toBeGreaterThan(40);
  // The task token is in the workflow of the approval.
  expect(words.filter((name) => !new RegExp(`\\b${name}\\b`).test(constructs))).toEqual(["taskToken"]);
});

const tools = [...wanted(builds), ...wanted(runners)].map(({ tool, settings }) => [tool, settings] as const);

describe("each tool does what the page says", () => {
  test.each(tools)("%s: %s", async (tool, settings) => {
    const outcomes = outcomesOf(tool, settings);
    // A file with a mock holds some of the workflows only.
    expect(Object.keys(outcomes).length).toBeGreaterThan(1);
    const cells = [tool, settings, await outcomeOf(plain(), outcomes), outerNames(outcomes)];
    const row = `| ${cells.join(" | ")} |`;
    console.info(row);
    expect(page.split("\n")).toContain(row);
  });

  test("and the page says no more", () => {
    const listed = page
      .split("\n")
      .filter((line) => /^\| (tsc|esbuild|rolldown|vite|swc|terser|tsx)/.test(line));
    const known = [...builds, ...runners].map(({ tool, settings }) => `| ${tool} | ${settings} |`);
    expect(listed.filter((line) => !known.some((start) => line.startsWith(start)))).toEqual([]);
    expect(known.filter((start) => !listed.some((line) => line.startsWith(start)))).toEqual([]);
  });
});
