import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "@statewright/diagnostics";
import { describe, expect, test, vi } from "vitest";
import { isProblem } from "../src/command-line/problem.ts";
import { fixText } from "../src/fixes/fix-text.ts";
import { findings } from "../src/inputs/findings.ts";
import { readDefinition } from "../src/inputs/read-definition.ts";
import type { Terminal } from "../src/terminal/terminal.ts";

// Real machines, each with one name misspelt: what `--fix` does to them is what was there before, or nothing.

vi.setConfig({ testTimeout: 300_000 });

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const machines = join(
  process.env.STATEWRIGHT_CORPUS ?? resolve(root, "../shared/conformance"),
  "machines",
  "real",
);
const deep = Boolean(process.env.STATEWRIGHT_DEEP);

const nothing = () => undefined;
const terminal: Terminal = {
  cwd: root,
  colour: false,
  interactive: false,
  out: nothing,
  note: nothing,
  readStandardInput: async () => "",
};

async function check(text: string): Promise<readonly Diagnostic[]> {
  const subjects = await readDefinition("-", text, { terminal, settings: {}, choice: {} });
  if (isProblem(subjects)) return [];
  return subjects.flatMap((subject) => findings(subject, terminal));
}

const errorsOf = (found: readonly Diagnostic[]) =>
  found.filter(({ severity }) => severity === "error").length;

/** Names of fields, values of `Type`, and targets of transitions, where two characters in the middle change places. */
function misspellings(text: string): readonly string[] {
  const places = [
    ...text.matchAll(/"(Next|Type|Resource|Parameters|ResultPath|StartAt|Default|ErrorEquals)"\s*:/g),
    ...text.matchAll(/(?<="(?:Next|StartAt|Default|Type)"\s*:\s*)"([A-Za-z]{5,})"/g),
  ];
  return places.flatMap(({ index, 1: name = "" }) => {
    const at = index + 1 + Math.floor(name.length / 2);
    const [left = "", right = ""] = text.slice(at - 1, at + 1);
    return left === right ? [] : [`${text.slice(0, at - 1)}${right}${left}${text.slice(at + 1)}`];
  });
}

describe.skipIf(!existsSync(machines))("machines of the corpus with one misspelling", () => {
  const files = existsSync(machines) ? readdirSync(machines).filter((file) => file.endsWith(".json")) : [];

  test("are mended to what they were, or left alone; never made worse", async () => {
    const counted = { misspellings: 0, mended: 0, otherwise: 0, leftAlone: 0 };
    const worse: string[] = [];
    for (const [index, file] of files.entries()) {
      if (!deep && index % 8 !== 0) continue;
      const text = readFileSync(join(machines, file), "utf8");
      const all = misspellings(text);
      const some = deep ? all.slice(0, 12) : all.slice(0, 2);
      for (const misspelt of some) {
        const before = await check(misspelt);
        const fixed = fixText(misspelt, before);
        counted.misspellings += 1;
        if (fixed.made.length === 0) counted.leftAlone += 1;
        else if (fixed.text === text) counted.mended += 1;
        else counted.otherwise += 1;
        if (fixed.made.length === 0 || fixed.text === text) continue;
        const after = await check(fixed.text);
        if (after.length >= before.length || errorsOf(after) > errorsOf(before))
          worse.push(`${file}: ${fixed.made[0]?.title}`);
      }
    }
    console.log(`fix: ${JSON.stringify(counted)}`);
    expect(worse).toEqual([]);
    expect(counted.mended).toBeGreaterThan(counted.misspellings / 2);
  });
});
