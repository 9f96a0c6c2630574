import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "@statewright/diagnostics";
import { describe, expect, test } from "vitest";
import { constantsOf } from "../../src/chain/constants.ts";
import { compileTree, expression } from "../../src/index.ts";
import { fieldCases, type Run, workflowOf } from "./field-cases.ts";
import { inputSchema } from "./random-data.ts";

// What is refused or warned of, each with its message. `fixtures/refusals.txt` holds a case a paragraph: behind `>` an
// arrow of a Pass's Output (with `?>` the compiler knows no types, with `=>` it is what Assign holds), below it what is
// said of it. `vitest -u` writes the messages anew.

const fixture = new URL("./fixtures/refusals.txt", import.meta.url);
const cases = readFileSync(fixture, "utf8")
  .split("\n")
  .filter((line) => /^[?=]?> /.test(line));

function said(line: string): readonly Diagnostic[] {
  const text = line.replace(/^[?=]?> /, "");
  const run = new Function("outer", `return (${text});`)(1) as Run;
  const [output, , , assign] = fieldCases;
  const fieldCase = line.startsWith("=") && assign ? assign : output;
  const known = line.startsWith("?") ? undefined : inputSchema;
  const { data: constants, expressions } = constantsOf(
    { twice: expression((n: number) => n * 2) },
    undefined,
  );
  const tree = workflowOf(fieldCase.steps(run), known);
  return compileTree({ ...tree, ...(constants && { constants }), ...(expressions && { expressions }) })
    .diagnostics;
}

function shown({ code, severity, message, why, help }: Diagnostic): string {
  return [`${severity} ${code}: ${message}`, `  ${why}`, ...(help ? [`  ${help}`] : [])].join("\n");
}

const spoken = cases.map((line) => ({ line, diagnostics: said(line).filter(isOfArrow) }));
const everything = spoken.flatMap(({ diagnostics }) => diagnostics.map(shown)).join("\n");

function isOfArrow({ code }: Diagnostic): boolean {
  return code.startsWith("arrow/");
}

describe("what cannot be compiled says why, and what to write instead", () => {
  test("each case says what stands below it", async () => {
    const blocks = spoken.map(({ line, diagnostics }) => [line, ...diagnostics.map(shown)].join("\n"));
    await expect(`${blocks.join("\n\n")}\n`).toMatchFileSnapshot(fileURLToPath(fixture));
  });

  test.each(spoken)("$line has one finding", ({ diagnostics }) => {
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { severity, why, help } of diagnostics) {
      expect(why).toBeTruthy();
      if (severity === "error" || severity === "warning") expect(help).toBeTruthy();
    }
  });

  test("every code of an arrow has a case", () => {
    const pages = readdirSync(new URL("../../../../docs/diagnostics/arrow", import.meta.url));
    const codes = new Set(spoken.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
    const explained = pages.map((page) => `arrow/${page.replace(".md", "")}`);
    expect([...codes].sort()).toEqual(explained.filter((code) => !ofJsonPath.has(code)).sort());
  });

  test("what no arrow can bring about still stands in the source", () => {
    const all = new Set(sentences().map(({ sentence }) => sentence));
    expect([...unsayable].filter((sentence) => !all.has(sentence) || everything.includes(sentence))).toEqual(
      [],
    );
  });

  test.each(sentences().filter(({ sentence }) => !unsayable.has(sentence)))(
    "a case says: $sentence",
    ({ sentence }) => {
      const pattern = sentence.split(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/).map(escaped);
      const anyText = pattern.map((part) => part.replaceAll("\n", " ")).join(".*?");
      expect(new RegExp(anyText).test(everything)).toBe(true);
    },
  );
});

/** The sentences that stand in what reads arrows and in what compiles them: each is a reason or an advice. */
function sentences(): readonly { readonly sentence: string }[] {
  const folders = ["../../src/arrow/", "../../../compiler/src/lower/expression/"];
  const files = folders.flatMap((folder) => {
    const url = new URL(folder, import.meta.url);
    const names = readdirSync(url, { recursive: true, encoding: "utf8" });
    return names.filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => new URL(name, url));
  });
  const found = files.flatMap((file) => sentencesOf(readFileSync(file, "utf8")));
  return [...new Set(found)].map((sentence) => ({ sentence }));
}

function sentencesOf(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const texts = [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)];
  return texts
    .map(([, plain, template]) => (plain ?? template ?? "").replaceAll(/\\([\\`"])/g, "$1"))
    .filter((text) => /^[A-Z`$].* .*\.$/s.test(text));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Said of the same arrows in states whose language is JSONPath. */
const ofJsonPath: ReadonlySet<string> = new Set(["arrow/empty-parts"]);

/** Guards for trees that come from another process: the reader of arrows yields none of them. */
const unsayable: ReadonlySet<string> = new Set([
  "Call a method.",
  "It is no data-flow expression.",
  "An expression yields one value.",
  "It is not defined here.",
  "Pass it in through the input or `constants`.",
  "`Object.assign` changes its first argument.",
  "Write `{ ...a, ...b }`.",
]);
