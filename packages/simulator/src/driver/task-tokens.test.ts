import { describe, expect, test } from "vitest";
import { runStates } from "../../test/run-states.ts";
import type { Sent, TaskToken } from "../calls/task-token.ts";
import type { Handler } from "./handlers.ts";

// A handler gets the token of its task as a handle, and calls back in virtual time.

const ask = (more: object = {}) => ({
  Ask: {
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    Arguments: { QueueUrl: "q", MessageBody: "{% $states.context.Task.Token %}" },
    End: true,
    ...more,
  },
});
const run = (handler: Handler, more: object = {}) => runStates(ask(more), { handlers: { Ask: handler } });
const timedOut = { error: "TaskTimedOut", message: "Task Timed Out: 'Provided task does not exist anymore'" };

test("succeeds later; the arguments carry its value", async () => {
  const seen: unknown[] = [];
  const done = await run((args, { token }) => {
    seen.push(args, token?.value);
    token?.succeed({ yes: true }, { afterSeconds: 3600 });
  });
  expect(done).toMatchObject({ status: "SUCCEEDED", output: { yes: true }, elapsedSeconds: 3600 });
  expect(seen[0]).toEqual({ QueueUrl: "q", MessageBody: seen[1] });
  expect(done.events.map(({ type }) => type).slice(3, 6)).toEqual([
    "TaskStarted",
    "TaskSubmitted",
    "TaskSucceeded",
  ]);
});

test("fails with error and cause, or with neither (R-PAT-05)", async () => {
  const failed = await run(
    (_, { token }) => void token?.fail({ error: "No", cause: "why" }, { afterSeconds: 1 }),
  );
  expect(failed).toMatchObject({ status: "FAILED", error: "No", cause: "why", elapsedSeconds: 1 });
  expect(await run((_, { token }) => void token?.fail())).toMatchObject({ status: "FAILED", error: null });
});

test("a heartbeat starts the time of HeartbeatSeconds anew (R-TASK-04)", async () => {
  const beats =
    (...seconds: number[]): Handler =>
    (_, { token }) => {
      for (const afterSeconds of seconds) token?.heartbeat({ afterSeconds });
      token?.succeed(1, { afterSeconds: 25 });
    };
  const limit = { HeartbeatSeconds: 10 };
  expect(await run(beats(9, 18), limit)).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 25 });
  expect(await run(beats(9), limit)).toMatchObject({ error: "States.Timeout", elapsedSeconds: 19 });
});

test("a handler may keep a token, and a later one call back with it", async () => {
  let kept: TaskToken | undefined;
  const task = ask().Ask;
  const branch = (name: string, more: object) => ({
    StartAt: name,
    States: { [name]: { ...task, ...more } },
  });
  const states = {
    Both: {
      Type: "Parallel",
      Branches: [
        branch("First", {}),
        {
          StartAt: "Rest",
          States: { Rest: { Type: "Wait", Seconds: 60, Next: "Second" }, Second: { ...task } },
        },
      ],
      End: true,
    },
  };
  const done = await runStates(states, {
    handlers: {
      First: (_, { token }) => {
        kept = token;
      },
      Second: (_, { token }) => {
        kept?.succeed("first", { afterSeconds: 5 });
        token?.succeed("second");
      },
    },
  });
  expect(done).toMatchObject({ status: "SUCCEEDED", output: ["first", "second"], elapsedSeconds: 65 });
});

describe("a token is valid once (R-PAT-02)", () => {
  test("the first answer counts, the second sender gets AWS's error", async () => {
    const sent: (Sent | undefined)[] = [];
    const done = await run((_, { token }) => {
      sent.push(
        token?.fail({ error: "Late" }, { afterSeconds: 2 }),
        token?.succeed("early", { afterSeconds: 1 }),
      );
    });
    expect(done.output).toBe("early");
    expect(sent.map((one) => one?.refused)).toEqual([timedOut, undefined]);
  });

  test("also at the same instant, and when the handler answers besides", async () => {
    const sent: (Sent | undefined)[] = [];
    const done = await run((_, { token }) => {
      sent.push(token?.succeed(1), token?.succeed(2));
      return 3;
    });
    expect(done.output).toBe(1);
    expect(sent.map((one) => one?.refused)).toEqual([undefined, timedOut]);
    expect(done.events.filter(({ type }) => type === "TaskSucceeded")).toHaveLength(1);
  });

  test("after the task timed out, and after the execution", async () => {
    let token: TaskToken | undefined;
    let late: Sent | undefined;
    const done = await run(
      (_, call) => {
        token = call.token;
        late = token?.succeed(1, { afterSeconds: 10 });
      },
      { TimeoutSeconds: 10 },
    );
    expect(done).toMatchObject({ error: "States.Timeout", elapsedSeconds: 10 });
    expect(late?.refused).toEqual(timedOut);
    expect(token?.succeed(2).refused).toEqual(timedOut);
    expect(token?.heartbeat().refused).toEqual(timedOut);
  });
});

test("an output that is no JSON, or too large, is refused, and the task goes on waiting", async () => {
  const sent: (Sent | undefined)[] = [];
  const done = await run((_, { token }) => {
    sent.push(
      token?.succeed({ list: [() => 1] }),
      token?.succeed("x".repeat(262_143)),
      token?.succeed(1, { afterSeconds: Number.NaN }),
    );
  });
  expect(done).toMatchObject({ status: "WAITING", waiting: [{ state: "Ask" }] });
  expect(sent.map((one) => one?.refused)).toEqual([
    { error: "InvalidOutput", message: "Invalid Output: `list[0]` is a function" },
    { error: "InvalidOutput", message: "Invalid Output: it has 262145 bytes" },
    { error: "ValidationException", message: "afterSeconds cannot be NaN" },
  ]);
});
