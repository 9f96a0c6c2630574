import { describe, expect, test } from "vitest";
import { lambdaTask, runStates } from "../../test/run-states.ts";
import { readMocks } from "../mocks/read-mocks.ts";
import type { Handler, Patience } from "./handlers.ts";

// What handlers and mocks can do wrong: each ends with AWS's error or a clear refusal, and none hangs.

/** Gives up as soon as everything that is ready has happened. */
const impatient: Patience = (whenOver) => {
  const timer = setTimeout(whenOver, 5);
  return () => clearTimeout(timer);
};
const run = (handler: Handler, more: Record<string, unknown> = {}) =>
  runStates({ A: lambdaTask(more) }, { handlers: { A: handler }, patience: impatient });

describe("a handler that never answers", () => {
  const never = () => new Promise(() => undefined);

  test("times out as on AWS where the state has a limit (R-TASK-03)", async () => {
    expect(await run(never, { TimeoutSeconds: 7 })).toMatchObject({
      status: "FAILED",
      error: "States.Timeout",
      elapsedSeconds: 7,
    });
  });

  test("leaves the execution waiting where it has none, and is named", async () => {
    expect(await run(never)).toMatchObject({ status: "WAITING", waiting: [{ state: "A" }] });
  });

  test("answers too late: its answer changes nothing", async () => {
    const late = () => new Promise((resolve) => setTimeout(() => resolve(1), 30));
    const done = await run(late, { TimeoutSeconds: 7 });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(
      done.events.filter(({ type }) => type.startsWith("LambdaFunction")).map(({ type }) => type),
    ).toEqual(["LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionTimedOut"]);
  });
});

test("a handler that answers twice: the first answer counts", async () => {
  const resolveTwice = (resolve: (value: number) => void) => {
    resolve(1);
    resolve(2);
  };
  const then = "then";
  const twice = Object.defineProperty({}, then, { value: resolveTwice });
  expect((await run(() => twice)).output).toBe(1);
});

test("a mock that answers after its time: States.Timeout, and the answer is forgotten", async () => {
  const done = await runStates(
    { A: lambdaTask({ TimeoutSeconds: 5 }) },
    { mocks: { states: { A: { result: 1, durationSeconds: 6 } } } },
  );
  expect(done).toMatchObject({ error: "States.Timeout", elapsedSeconds: 5 });
});

describe("what is no JSON", () => {
  const circle: Record<string, unknown> = { n: 1 };
  circle.self = circle;
  test.each<[string, unknown, string]>([
    ["a function", { inner: { f: () => 1 } }, "`inner.f` is a function"],
    ["a function alone", () => 1, "it is a function"],
    ["a symbol", [Symbol("s")], "`[0]` is a symbol"],
    ["a BigInt", { n: 1n }, "`n` is a BigInt"],
    ["NaN", { n: Number.NaN }, "`n` is NaN"],
    ["Infinity", [1, Number.POSITIVE_INFINITY], "`[1]` is Infinity"],
    ["a circle", circle, "Converting circular structure to JSON"],
  ])("%s is refused with its place, from a handler and from a mock", async (_, value, problem) => {
    const done = await run(() => value, { Catch: [{ ErrorEquals: ["States.ALL"], Next: "A" }] });
    expect(done.status).toBe("REFUSED");
    expect(done.diagnostics).toMatchObject([{ code: "simulate/unusable-value", state: "A" }]);
    expect(done.diagnostics[0]?.message).toContain(
      `What the handler of "A" returned cannot be used: ${problem}`,
    );
    const mock = readMocks({ states: { A: { result: value } } });
    expect(mock.mocks).toBeUndefined();
    expect(mock.diagnostics[0]?.code).toBe("simulate/mock-shape");
  });

  test("a Date and undefined are what a function's runtime makes of them", async () => {
    expect((await run(() => ({ at: new Date(0), gone: undefined }))).output).toEqual({
      at: "1970-01-01T00:00:00.000Z",
    });
    expect((await run(() => undefined)).output).toBeNull();
  });
});

test("a result over 262,144 bytes fails the task with States.DataLimitExceeded (R-TASK-07)", async () => {
  const large = "x".repeat(262_143);
  expect(await run(() => large)).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  const mocked = await runStates({ A: lambdaTask() }, { mocks: { states: { A: { result: large } } } });
  expect(mocked).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
});

test("a handler that throws anything fails its task, and Catch takes it", async () => {
  for (const thrown of [new RangeError("r"), "text", 7, null, undefined, { a: 1 }, 1n]) {
    const done = await runStates(
      {
        A: lambdaTask({
          End: undefined,
          Next: "B",
          Catch: [{ ErrorEquals: ["States.TaskFailed"], Next: "B" }],
        }),
        B: { Type: "Succeed" },
      },
      {
        handlers: {
          A: () => {
            throw thrown;
          },
        },
      },
    );
    expect([done.status, Object.keys(done.output as object)]).toEqual(["SUCCEEDED", ["Error", "Cause"]]);
  }
});
