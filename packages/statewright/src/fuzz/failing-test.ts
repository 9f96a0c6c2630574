import { basename } from "node:path";
import type { Mocks, SimulateOptions } from "@statewright/simulator";
import type { Subject } from "../inputs/subject.ts";
import type { FailingCase } from "./fuzz-machine.ts";

/**
 * A vitest test, to paste, that fails as long as the machine does: for a workflow with the testing kit, for a
 * definition with the command. Its place is beside the file.
 */
export function failingTest(
  { input, drawn, failing }: FailingCase,
  mocks: Mocks,
  { file, name, source }: Subject,
  { seed, start, name: execution, type }: SimulateOptions,
): string {
  const all = { ...mocks, states: { ...drawn, ...mocks.states } };
  const title = `${name} has no fault: ${failing.error ?? failing.status}`;
  const run = {
    input,
    mocks: all,
    seed,
    ...(start !== undefined && { start }),
    ...(execution !== undefined && { name: execution }),
    ...(type !== undefined && { type }),
  };
  // What is outside of a promise is no failure of the execution.
  const check =
    failing.status === "OUTPUT"
      ? [`  expect(run.output).not.toEqual(${indented(failing.output)}); // not what the machine promises`]
      : [`  expect({ status: run.status, cause: run.cause }).toEqual({ status: "SUCCEEDED", cause: null });`];
  if (source.kind === "workflow") {
    return [
      'import { compile, isWorkflow } from "statewright";',
      'import { simulate } from "statewright/testing";',
      'import { expect, test } from "vitest";',
      `import * as exported from ${literal(`./${basename(file)}`)};`,
      "",
      `const workflow = Object.values(exported).find((one) => isWorkflow(one) && compile(one).name === ${literal(name)});`,
      "",
      `test(${literal(title)}, async () => {`,
      `  const run = await simulate(workflow, ${indented(run)});`,
      ...check,
      "});",
      "",
    ].join("\n");
  }
  const args = ["simulate", basename(file), "--workflow", name, "--input", "-", "--mocks", "MOCKS", "--json"];
  const more = [
    ...["--seed", String(seed)],
    ...(start === undefined ? [] : ["--start", String(start)]),
    ...(execution === undefined ? [] : ["--name", execution]),
    ...(type === undefined ? [] : ["--type", type]),
  ];
  const shown = [...args, ...more].map((arg) => (arg === "MOCKS" ? "mocks" : literal(arg))).join(", ");
  return [
    'import { spawnSync } from "node:child_process";',
    'import { mkdtempSync, writeFileSync } from "node:fs";',
    'import { tmpdir } from "node:os";',
    'import { join } from "node:path";',
    'import { expect, test } from "vitest";',
    "",
    `test(${literal(title)}, () => {`,
    '  const mocks = join(mkdtempSync(join(tmpdir(), "mocks-")), "mocks.json");',
    `  writeFileSync(mocks, JSON.stringify(${indented(all)}));`,
    `  const input = JSON.stringify(${indented(input)});`,
    `  const { stdout } = spawnSync("npx", ["statewright", ${shown}], { input, cwd: import.meta.dirname });`,
    "  const run = JSON.parse(String(stdout));",
    ...check,
    "});",
    "",
  ].join("\n");
}

/** A value as a TypeScript literal that no text of it can leave. */
function literal(value: unknown, space?: number): string {
  const text = JSON.stringify(value, null, space) ?? "undefined";
  const own = text.replaceAll('"__proto__":', '["__proto__"]:'); // else it would be the prototype
  return own.replace(/[\u2028\u2029\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, escaped);
}

function escaped(symbol: string): string {
  return `\\u${symbol.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function indented(value: unknown): string {
  return literal(value, 2).replaceAll("\n", "\n  ");
}
