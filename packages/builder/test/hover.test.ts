import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { generatedFolder, projectAgainstDeclarations } from "./support/compiled.ts";
import { quickInfoIn } from "./support/quick-info.ts";

// What an editor shows when the pointer rests on a name.

const program = `
import { lambda, param, workflow } from "@statewright/builder";

declare function charge(event: { orderId: string; amount: number }): Promise<{ chargeId: string }>;
const task = lambda<typeof charge, "CardDeclined">(param("ChargeArn"));

const begun = workflow("orders").input<{ id: string; total: number }>();
const chain = begun
  .pass("Begin")
  .assign((whole) => ({ total: whole.input.total }))
  .output(({ input }) => ({ orderId: input.id, amount: input.total }));
const charged = chain.task("Charge", task);
const flow = charged
  .output(({ result, vars }) => ({ paid: result.chargeId, total: vars.total }))
  .end();
`;

const folder = generatedFolder("hover");
const file = join(folder, "program", "flow.ts");
let shown: (at: string) => string;
beforeAll(async () => {
  mkdirSync(join(folder, "program"));
  writeFileSync(file, program);
  const project = await projectAgainstDeclarations(folder, join(folder, "program"));
  shown = quickInfoIn(project, file);
});

test("a chain shows the input of its last state first", () => {
  expect(shown("const begun")).toBe(
    "const begun: Start<{ id: string; total: number; }, unknown, NoConstants>",
  );
  expect(shown("const chain")).toMatch(/^const chain: Pass<\{ id: string; total: number; \}, /);
  expect(shown("const charged")).toMatch(/^const charged: Task<\{ orderId: string; amount: number; \}, /);
});

test("a workflow shows its input and its output, then its tasks and states", () => {
  expect(shown("const flow")).toBe(
    "const flow: Workflow<{ id: string; total: number; }, { paid: string; total: number; }, " +
      'CalledTask<"Charge", { orderId: string; amount: number; }, { chargeId: string; }, ' +
      '"CardDeclined" | LambdaError, "result">, "Begin" | "Charge">',
  );
});

test("what an arrow takes out of its parameter shows its type alone", () => {
  expect(shown(".output(({ input")).toBe("(parameter) input: { id: string; total: number; }");
  expect(shown(".output(({ result")).toBe("(parameter) result: { chargeId: string; }");
  expect(shown(".output(({ result, vars")).toBe('(parameter) vars: Vars<Var<"total", number>>');
});

test("an arrow's whole parameter shows the input first", () => {
  expect(shown("((whole")).toMatch(/^\(parameter\) whole: Scope<\{ id: string; total: number; \}, /);
});
