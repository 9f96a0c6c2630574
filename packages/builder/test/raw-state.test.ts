import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { compile, param, typed, workflow } from "../src/index.ts";
import { simulate, type WorkflowMocks } from "../src/testing.ts";

const begin = workflow("w").input(z.object({ key: z.string() }));
const work = "arn:aws:lambda:eu-west-1:123456789012:function:f";

const compiled = (finished: Parameters<typeof compile>[0]) => {
  const { text, diagnostics } = compile(finished);
  return { states: JSON.parse(text).States, codes: diagnostics.map(({ code }) => code), diagnostics };
};

describe("a raw state", () => {
  test("stands in the machine as it is spelt, with the way on of the calls around it", () => {
    const { states, codes } = compiled(
      begin
        .raw("Ask", { Type: "Task", Resource: work, TimeoutSeconds: 5, Arguments: { N: param("N") } })
        .pass("P")
        .end(),
    );
    expect(codes).toEqual([]);
    expect(states.Ask).toEqual({
      Type: "Task",
      Resource: work,
      TimeoutSeconds: 5,
      Arguments: { N: "${N}" },
      Next: "P",
    });
  });

  test("can have a field that is not known yet", () => {
    const { states, codes } = compiled(begin.raw("P", { Type: "Pass", Tomorrow: { Field: 1 } }).end());
    expect([states.P, codes]).toEqual([{ Type: "Pass", Tomorrow: { Field: 1 }, End: true }, []]);
  });

  test("is checked: a field with a wrong value, and a value that is not there", () => {
    const { diagnostics } = compiled(
      begin
        .raw("Slow", { Type: "Wait", Seconds: "long" })
        .raw("Read", { Type: "Pass", Output: "{% $states.input.nothing %}" })
        .end(),
    );
    expect(diagnostics.map(({ code, pointer, state }) => [code, pointer, state])).toEqual([
      ["structure/wrong-type", "/States/Slow/Seconds", "Slow"],
      ["data/unknown-field", "/States/Read/Output", "Read"],
    ]);
  });

  test("says neither `Next` nor `End`, and is no Choice", () => {
    const untyped = begin as unknown as { raw(name: string, state: object): typeof begin };
    const { diagnostics } = compiled(
      untyped
        .raw("A", { Type: "Pass", Next: "B" })
        .raw("C" as "A", { Type: "Choice" } as never)
        .end(),
    );
    expect(
      diagnostics.filter(({ code }) => code === "builder/unsupported").map(({ state }) => state),
    ).toEqual(["A", "C"]);
  });

  test("has the catcher of a group behind its own", () => {
    const own = { ErrorEquals: ["States.Timeout"], Next: "Late" };
    const { states, codes } = compiled(
      begin
        .withCatch(
          "States.ALL",
          (handler) => handler.fail("Failed"),
          (part) => part.raw("Ask", { Type: "Task", Resource: work, Catch: [own] }),
        )
        .succeed("Late")
        .end(),
    );
    expect(states.Ask.Catch).toEqual([own, { ErrorEquals: ["States.ALL"], Next: "Failed" }]);
    expect(codes).toEqual([]);
  });

  test("types what follows by its declared output; without one the output is unknown", () => {
    begin
      .raw("A", { Type: "Pass", Output: { n: 1 } }, { output: typed<{ n: number }>() })
      .pass("B")
      .output(({ input }) => {
        expectTypeOf(input).toEqualTypeOf<{ n: number }>();
        return input;
      });
    begin
      .raw("A", { Type: "Pass" })
      .pass("B")
      .output(({ input }) => {
        expectTypeOf(input).toBeUnknown();
        return 1;
      });
  });

  test("is answered by a mock like any task", async () => {
    const finished = begin
      .raw("Ask", { Type: "Task", Resource: work }, { output: z.object({ n: z.number() }) })
      .pass("N")
      .output(({ input }) => input.n)
      .end();
    const { output } = await simulate(finished, {
      input: { key: "k" },
      mocks: { states: { Ask: { result: { n: 4 } } } },
    });
    expect(output).toBe(4);
    // @ts-expect-error the answer has the declared type
    const wrong: WorkflowMocks<typeof finished> = { states: { Ask: { result: { n: "4" } } } };
    expect(wrong).toBeDefined();
  });
});
