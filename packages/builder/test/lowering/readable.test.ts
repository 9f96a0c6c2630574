import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileTree } from "../../src/index.ts";
import { features } from "./features.ts";
import { fieldCases, type Run, workflowOf } from "./field-cases.ts";
import { inputSchema } from "./random-data.ts";

// docs/expressions.md: what it shows is what is emitted by lowering, analysing and lowering again.

const page = readFileSync(new URL("../../../../docs/expressions.md", import.meta.url), "utf8");
const section = page.split("## Word for word\n")[1]?.split("\n## ")[0] ?? "";
const rows = [...section.matchAll(/^\| `` (.+) `` \| `` (.+) `` \|$/gm)].map(([, arrow = "", text = ""]) => ({
  arrow: arrow.replaceAll("\\|", "|"),
  text: text.replaceAll("\\|", "|"),
}));

describe("the page shows what is emitted", () => {
  test.each(rows)("$arrow", ({ arrow, text }) => {
    const [output] = fieldCases;
    const run = new Function(`return ${output.text(arrow)};`)() as Run;
    const { machine } = compileTree(workflowOf(output.steps(run), inputSchema));
    expect(machine.States.P).toMatchObject({ Output: text });
  });

  test("the page names each construct of the differential test, and no other", () => {
    const named = [...page.matchAll(/^- (.+)$/gm)].map(([, row]) => row);
    expect(rows.length).toBeGreaterThan(20);
    expect(named).toEqual([...new Set(features.map(({ row }) => row))].map((row) => `\`\` ${row} \`\``));
  });
});
