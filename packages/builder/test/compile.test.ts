import { describe, expect, test } from "vitest";
import { z } from "zod";
import { compile, compileTree, lambda, param, workflow, workflowTree } from "../src/index.ts";
import { simulate } from "../src/testing.ts";

const Order = z.object({ id: z.string(), items: z.array(z.object({ price: z.number() })) });
declare function charge(event: { id: string; total: number }): Promise<{ chargeId: string }>;
const Charged = z.object({ chargeId: z.string() });

const order = workflow("order", { comment: "Charges an order.", timeoutSeconds: 60, constants: { fee: 2 } })
  .input(Order)
  .output(Charged)
  .task("Charge", lambda<typeof charge, "CardDeclined">(param("ChargeArn"), { result: Charged }))
  .arguments(({ input, constants }) => ({
    id: input.id,
    total: input.items.map((item) => item.price).reduce((sum, price) => sum + price, constants.fee),
  }))
  .catch("CardDeclined", (handler) => handler.fail("Declined", { error: "Declined" }))
  .end();

describe("compiling", () => {
  test("yields the machine as a person would have written it, and its types", () => {
    const { name, text, types, diagnostics } = compile(order);
    expect(name).toBe("order");
    expect(diagnostics).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      Comment: "Charges an order.",
      QueryLanguage: "JSONata",
      StartAt: "Charge",
      TimeoutSeconds: 60,
      States: {
        Charge: {
          Resource: "arn:aws:states:::lambda:invoke",
          Arguments: { FunctionName: "${ChargeArn}", Payload: { id: "{% $states.input.id %}" } },
          Output: "{% $states.result.Payload %}",
          Catch: [{ ErrorEquals: ["CardDeclined"], Next: "Declined" }],
          End: true,
        },
        Declined: { Type: "Fail", Error: "Declined" },
      },
    });
    expect(types).toMatchObject({
      version: 1,
      input: { required: ["id", "items"] },
      output: { required: ["chargeId"] },
    });
  });

  test("a tree that crossed a process compiles to the same text", () => {
    const tree = JSON.parse(JSON.stringify(workflowTree(order)));
    expect(compileTree(tree)).toEqual(compile(order));
  });

  test("types found by the analysis make the second text short", () => {
    const chain = workflow("short")
      .input(z.object({ a: z.number(), b: z.number() }))
      .pass("Sum");
    const { text } = compile(chain.output(({ input }) => input.a + input.b).end());
    expect(JSON.parse(text).States.Sum.Output).toBe("{% $states.input.a + $states.input.b %}");
  });

  test("a finding on the machine stands at the line of the TypeScript", () => {
    const line = Number(/compile\.test\.ts:(\d+)/.exec(new Error().stack ?? "")?.[1]);
    const wrong = workflow("wrong")
      .input(Order)
      .pass("Read")
      .output(({ input }) => (input as unknown as { ids: string }).ids)
      .end();
    const [found, ...others] = compile(wrong).diagnostics;
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "data/unknown-field",
      state: "Read",
      file: expect.stringContaining("compile.test.ts"),
      range: { start: { line: line + 3 } },
      emitted: { pointer: "/States/Read/Output" },
    });
  });

  test("an arrow that cannot be read is one diagnostic at its line", () => {
    const limit = 3;
    const wrong = workflow("wrong")
      .input(Order)
      .pass("Read")
      .output(({ input }) => input.items.length > limit)
      .end();
    expect(compile(wrong).diagnostics).toMatchObject([
      { code: "arrow/outer-variable", severity: "error", state: "Read", file: expect.any(String) },
    ]);
  });
});

describe("simulating a workflow", () => {
  const input = { id: "A", items: [{ price: 3 }, { price: 4 }] };

  test("runs the emitted machine", async () => {
    const run = await simulate(order, {
      input,
      mocks: { states: { Charge: { result: { chargeId: "c" } } } },
    });
    expect(run).toMatchObject({ status: "SUCCEEDED", output: { chargeId: "c" }, states: ["Charge"] });
    const scheduled = run.events.find(({ type }) => type === "TaskScheduled");
    expect(JSON.stringify(scheduled)).toContain('\\"total\\":9');
  });

  test("is refused where the workflow has errors, and says which", async () => {
    const limit = 3;
    const wrong = workflow("wrong")
      .input(Order)
      .pass("Read")
      .output(() => limit)
      .end();
    const run = await simulate(wrong, { input });
    expect(run).toMatchObject({ status: "REFUSED", diagnostics: [{ code: "arrow/outer-variable" }] });
  });

  test("tells of a mock for a state that does not exist", async () => {
    const states: Record<string, object> = { Chrage: { result: {} } };
    const run = await simulate(order, { input, mocks: { states } });
    expect(run.status).toBe("REFUSED");
    expect(run.diagnostics.map(({ code }) => code)).toEqual(["simulate/unknown-mock", "simulate/no-mock"]);
  });
});
