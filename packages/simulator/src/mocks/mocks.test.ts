import { describe, expect, test } from "vitest";
import { lambdaTask, machineOf, runStates } from "../../test/run-states.ts";
import { checkMocks } from "./check-mocks.ts";
import { readMocks } from "./read-mocks.ts";

const map = (items: readonly unknown[]) => ({
  All: {
    Type: "Map",
    Items: items,
    ItemProcessor: { StartAt: "Each", States: { Each: lambdaTask() } },
    End: true,
  },
});

describe("answers", () => {
  test("a list answers one call each, in order", async () => {
    const run = await runStates(map([0, 1]), {
      mocks: { states: { Each: [{ result: "a" }, { result: "b" }] } },
    });
    expect(run.output).toEqual(["a", "b"]);
  });

  test("a list that is used up answers no more", async () => {
    const run = await runStates(map([0, 1, 2]), {
      mocks: { states: { Each: [{ result: "a" }, { result: "b" }] } },
    });
    expect(run.status).toBe("REFUSED");
    expect(run.diagnostics[0]?.message).toBe(
      'Nothing answers call 3 of "Each" to `arn:aws:lambda:us-east-1:111111111111:function:f`: the mocks answer 2.',
    );
  });

  test("`when` answers calls whose arguments contain it", async () => {
    const mocks = {
      states: { Each: [{ when: { n: 2 }, result: "two" }, { result: "other" }, { result: "other" }] },
    };
    const run = await runStates(map([{ n: 1 }, { n: 2, m: 0 }, { n: 3 }]), { mocks });
    expect(run.output).toEqual(["other", "two", "other"]);
  });

  test("a resource answers for every state that calls it, and a function for every lambda:invoke of it", async () => {
    const resource = "arn:aws:states:::lambda:invoke";
    const states = {
      One: { Type: "Task", Resource: resource, Arguments: { FunctionName: "f" }, Next: "Two" },
      Two: { Type: "Task", Resource: resource, Arguments: { FunctionName: "g" }, End: true },
    };
    const run = await runStates(states, {
      mocks: { resources: { g: { result: "g" }, [resource]: { envelope: "whole" } } },
    });
    expect(run.output).toMatchObject({ Payload: "g" });
    expect(run.events.find(({ type }) => type === "TaskSucceeded")?.taskSucceededEventDetails?.output).toBe(
      '"whole"',
    );
  });

  test("a duration is virtual time; quantiles are drawn by the seed (half below p50)", async () => {
    const items = Array.from({ length: 400 }, (_, index) => index);
    const states = { Each: { result: 1, durationSeconds: { p50: 10, p95: 40 } } };
    const run = await runStates(map(items), { mocks: { states } });
    const started = run.events.filter(({ type }) => type === "LambdaFunctionStarted");
    const ended = run.events.filter(({ type }) => type === "LambdaFunctionSucceeded");
    const begin = new Map(started.map((event) => [event.id, Date.parse(event.timestamp)]));
    const seconds = ended.map(
      (event) => (Date.parse(event.timestamp) - (begin.get(event.previousEventId) ?? 0)) / 1000,
    );
    const below = (limit: number) => seconds.filter((time) => time < limit).length / seconds.length;
    expect(below(10)).toBeGreaterThan(0.4);
    expect(below(10)).toBeLessThan(0.6);
    expect(below(40)).toBeGreaterThan(0.9);
    expect(below(40)).toBeLessThan(0.99);
  });
});

describe("reading mocks", () => {
  const problems = (json: unknown) => readMocks(json).diagnostics.map(({ message, help }) => [message, help]);

  test("the document of the contract is read", () => {
    const document = {
      states: {
        Charge: [{ error: "PaymentError", cause: "declined" }, { result: { id: "c1" } }],
        Price: { result: {}, durationSeconds: { p50: 2, p95: 9 }, memoryMB: 64 },
        Approve: { callback: { result: { ok: true } }, afterSeconds: 3600 },
      },
      resources: { "arn:aws:states:::dynamodb:getItem": { when: { a: 1 }, result: {} } },
      readers: { "s3://bucket/key.csv": { file: "items.csv" } },
    };
    expect(readMocks(document)).toEqual({ mocks: document, diagnostics: [] });
  });

  test("what is wrong is named by its place", () => {
    expect(
      problems({ states: { Charge: [{ error: 7 }], Ship: {}, Pay: { result: 1, error: "E" } } }),
    ).toEqual([
      ["The mocks have `7` at `states.Charge[0].error`, where text belongs.", undefined],
      [
        "The mocks have none of them at `states.Ship`, where `result`, `envelope`, `error` or `callback` belongs.",
        undefined,
      ],
      ["The mocks have `result` and `error` at `states.Pay`, where only one of them belongs.", undefined],
    ]);
    expect(problems({ states: { A: { result: 1, durationSeconds: { p50: 5, p95: 1 } } } })[0]?.[0]).toContain(
      "`p95` at least as large",
    );
    expect(problems([])[0]?.[0]).toBe("The mocks have `[]` at `the top`, where an object belongs.");
  });

  test("a misspelled field is answered with the nearest one", () => {
    expect(problems({ states: { A: { reslut: 1 } } })[0]?.[1]).toBe("Did you mean `result`?");
    expect(problems({ sates: {} })[0]?.[1]).toBe("Did you mean `states`?");
  });

  test("a file of Step Functions Local holds several test cases, and wants one named", () => {
    expect(problems({ StateMachines: {} })[0]?.[0]).toContain("--test-case NAME");
  });

  test("names of the prototype are ordinary names", async () => {
    const mocks =
      readMocks(JSON.parse('{"states":{"__proto__":{"result":1},"toString":{"result":2}}}')).mocks ?? {};
    expect(Object.keys(mocks.states ?? {})).toEqual(["__proto__", "toString"]);
    const states = JSON.parse(
      JSON.stringify({
        toString: lambdaTask({ End: undefined, Next: "constructor" }),
        constructor: lambdaTask(),
      }),
    );
    const run = await runStates(states, { mocks });
    expect(run.diagnostics[0]).toMatchObject({ code: "simulate/no-mock", state: "constructor" });
  });
});

test("an answer for a state that the machine lacks is reported with the nearest name", () => {
  const machine = machineOf(map([1]));
  expect(
    checkMocks({ states: { Each: { result: 1 }, Eahc: { result: 1 }, All: { result: 1 } } }, machine),
  ).toMatchObject([
    { code: "simulate/unknown-mock", severity: "warning", help: 'Did you mean "Each"?' },
    { code: "simulate/unknown-mock" },
  ]);
});
