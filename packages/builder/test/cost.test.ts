import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { generatedFolder, instantiationsOf, projectAgainstDeclarations } from "./support/compiled.ts";

// What a chain costs the compiler, in type instantiations: the same on every computer. `npm run bench:builder` prints
// the counts for longer ones, and the times.

interface Program {
  readonly text: string;
  readonly states: number;
  readonly calls: number;
}

const here = dirname(fileURLToPath(import.meta.url));
const generator = pathToFileURL(join(here, "../bench/generated-workflow.mjs")).href;
const { generatedWorkflow } = (await import(generator)) as {
  generatedWorkflow(program: { states: number }): Program;
};

const folder = generatedFolder("cost");
const written = (states: number): Program => {
  const program = generatedWorkflow({ states });
  const text = program.text.replace('"statewright"', '"@statewright/builder"');
  const own = join(folder, String(states));
  mkdirSync(own);
  writeFileSync(join(own, "workflow.ts"), text);
  const settings = { extends: "../tsconfig.json", include: ["*.ts"] };
  writeFileSync(join(own, "tsconfig.json"), JSON.stringify(settings));
  return program;
};
const count = (states: number): Promise<number> =>
  instantiationsOf("typescript-7", join(folder, String(states), "tsconfig.json"));

const [ten, fifty] = [written(10), written(50)];
written(0);
let [none, forTen, forFifty] = [0, 0, 0];
beforeAll(async () => {
  await projectAgainstDeclarations(folder, join(folder, "0"));
  none = await count(0);
  forTen = await count(10);
  forFifty = await count(50);
}, 180_000);

test("the generated states have about five calls each", () => {
  expect(fifty.calls / fifty.states).toBeGreaterThan(5);
});

test("a further state costs at most 1,300 instantiations, the first ten 2,050 each", () => {
  expect((forFifty - forTen) / (fifty.states - ten.states)).toBeLessThan(1300);
  expect((forTen - none) / ten.states).toBeLessThan(2050);
});

test("a state of 50 costs no more than one of 10", () => {
  expect((forFifty - none) / fifty.states).toBeLessThan(((forTen - none) / ten.states) * 1.05);
});
