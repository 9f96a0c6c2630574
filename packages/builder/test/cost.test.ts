import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";

// What a chain costs the compiler, in type instantiations: the same on every computer.

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../..");
// Inside the package, so that it finds itself by its name; left out of version control.
const generatedHere = join(here, "..", ".statewright");
mkdirSync(generatedHere, { recursive: true });
const folder = mkdtempSync(join(generatedHere, "cost-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a chain of 50 states costs at most 1,000 instantiations a state", { timeout: 180_000 }, async () => {
  const [none = 0, all = 0] = await Promise.all([instantiations(0), instantiations(50)]);
  const each = (all - none) / 50;
  console.info(`${Math.round(each)} instantiations a state`);
  expect(each).toBeGreaterThan(0);
  expect(each).toBeLessThanOrEqual(1000);
});

async function instantiations(states: number): Promise<number> {
  const project = join(folder, String(states));
  mkdirSync(project, { recursive: true });
  const settings = { extends: join(root, "tsconfig.check.json"), include: ["*.ts"], exclude: [] };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(settings));
  writeFileSync(join(project, "workflow.ts"), generated(states));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const output = await run([tsc, "-p", project, "--extendedDiagnostics", "--pretty", "false"]);
  expect(output).not.toContain("workflow.ts");
  return Number(/^Instantiations:\s*(\d+)/m.exec(output)?.[1]);
}

/** Another room that does not compile just now is not what this test is about. */
function run(args: readonly string[]): Promise<string> {
  return promisify(execFile)(process.execPath, args, { cwd: root }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

/** A chain with the calls that workflows are made of; a group of them has eight states. */
function generated(states: number): string {
  const groups = Array.from({ length: Math.ceil(states / 8) }, (_, index) => group(index).join("\n"));
  const chain = groups.join("\n").split("\n");
  return [
    'import { lambda, param, workflow } from "@statewright/builder";',
    "declare function charge(event: { orderId: string; amount: number }): Promise<{ chargeId: string }>;",
    'const task = lambda<typeof charge, "CardDeclined">(param("ChargeArn"));',
    'export const chain = workflow("chain").input<{ id: string; total: number }>()',
    '.pass("Begin").assign(({ input }) => ({ id: input.id, total: input.total }))',
    ".output(({ input }) => ({ chargeId: input.id, n: input.total }))",
    ...chain,
    ".end();",
  ].join("\n");
}

function group(index: number): string[] {
  return [
    `.task("Charge${index}", task)`,
    ".arguments(({ vars }) => ({ orderId: vars.id, amount: vars.total }))",
    '.retry({ errorEquals: ["CardDeclined"], maxAttempts: 3 })',
    `.catch("CardDeclined", (handler) => handler.pass("Declined${index}").output(() => ({ chargeId: "none" })))`,
    `.assign(({ result }) => ({ charge${index}: result.chargeId }))`,
    ".output(({ input, result }) => ({ chargeId: result.chargeId, n: input.n }))",
    `.pass("Note${index}")`,
    `.assign(({ vars }) => ({ note${index}: vars.total + 1 }))`,
    ".output(({ vars }) => ({ chargeId: vars.id, n: vars.total }))",
    `.choice("Much${index}?")`,
    `.when((input) => input.n > 3, (branch) => branch.pass("Much${index}").output(({ input }) => ({ chargeId: input.chargeId, n: 1 })))`,
    `.otherwise((branch) => branch.pass("Little${index}").output(({ input }) => ({ chargeId: "x", n: input.n })))`,
    `.wait("Pause${index}", { seconds: ({ vars }) => vars.total })`,
    `.task("Store${index}", task)`,
    ".arguments({ orderId: ({ vars }) => vars.id, amount: 3 })",
    ".timeoutSeconds(3)",
    '.retry({ errorEquals: ["States.ALL"] })',
    ".output({ chargeId: ({ result }) => result.chargeId, n: 3 })",
  ];
}
