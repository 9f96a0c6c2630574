import type { Json } from "@statewright/json-types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { masksOf } from "./masks.ts";
import { matchJson } from "./match-json.ts";
import { readRecording } from "./read-recording.ts";
import { replay } from "./replay.ts";
import { summarizeReplays } from "./summarize-replays.ts";

// A recording is run again with the answers that it holds, and compared event by event.

const recording = {
  id: "charge",
  definition: {
    StartAt: "Charge",
    States: {
      Charge: {
        Type: "Task",
        Resource: "arn:aws:states:::sqs:sendMessage",
        Parameters: { "QueueUrl.$": "$.queue", MessageBody: "hello" },
        End: true,
      },
    },
  },
  input: { queue: "<queue>" },
  type: "STANDARD",
  tasks: [{ state: "Charge", occurrence: 0, result: { MessageId: "<id>" } }],
  placeholders: ["<queue>", "<id>"],
  features: [],
  expected: {
    status: "SUCCEEDED",
    output: { MessageId: "<id>" },
    history: [
      { id: 1, previousEventId: 0, type: "ExecutionStarted", details: { input: { queue: "<queue>" } } },
      {
        id: 2,
        previousEventId: 0,
        type: "TaskStateEntered",
        details: { name: "Charge", input: { queue: "<queue>" } },
      },
      {
        id: 3,
        previousEventId: 2,
        type: "TaskScheduled",
        details: {
          parameters: { QueueUrl: "<queue>", MessageBody: "hello" },
          region: "us-east-1",
          resource: "sendMessage",
          resourceType: "sqs",
        },
      },
      {
        id: 4,
        previousEventId: 3,
        type: "TaskStarted",
        details: { resource: "sendMessage", resourceType: "sqs" },
      },
      {
        id: 5,
        previousEventId: 4,
        type: "TaskSucceeded",
        details: { output: { MessageId: "<id>" }, resource: "sendMessage", resourceType: "sqs" },
      },
      {
        id: 6,
        previousEventId: 5,
        type: "TaskStateExited",
        details: { name: "Charge", output: { MessageId: "<id>" } },
      },
      { id: 7, previousEventId: 6, type: "ExecutionSucceeded", details: { output: { MessageId: "<id>" } } },
    ],
  },
};

const changedHistory = (change: (history: typeof recording.expected.history) => void): Json => {
  const copy = structuredClone(recording);
  change(copy.expected.history);
  return copy;
};

describe("a recording", () => {
  test("that the machine still does is equal, its events counted", async () => {
    expect(await replay(recording, "file")).toEqual({
      id: "charge",
      status: "equal",
      judge: "history",
      events: { compared: 7, masked: 0 },
    });
  });

  test("differs at the first event that is another one", async () => {
    const { definition } = structuredClone(recording);
    definition.States.Charge.Parameters.MessageBody = "bye";
    expect(await replay({ ...recording, definition }, "file")).toMatchObject({
      status: "different",
      events: { compared: 2, masked: 0 },
      difference: { event: 3, path: "/details/parameters/MessageBody", expected: "hello", actual: "bye" },
    });
  });

  test("is told from one with an event less or more", async () => {
    expect(
      await replay(
        changedHistory((history) => history.pop()),
        "x",
      ),
    ).toMatchObject({
      difference: { event: 7, path: "", expected: undefined, actual: { type: "ExecutionSucceeded" } },
    });
    expect(
      await replay(
        changedHistory((history) => history.push({ ...history[6], id: 8 } as never)),
        "x",
      ),
    ).toMatchObject({
      difference: { event: 8, path: "", actual: undefined },
    });
  });

  test("without a history is compared by its outcome", async () => {
    const outcome = {
      ...recording,
      expected: { status: "SUCCEEDED", output: { MessageId: "other" }, history: null },
    };
    expect(await replay(outcome, "x")).toMatchObject({
      status: "different",
      judge: "outcome",
      difference: { path: "/output/MessageId", expected: "other", actual: "<id>" },
    });
  });

  test("whose calls it does not answer is refused with the reason", async () => {
    expect(await replay({ ...recording, tasks: [] }, "x")).toMatchObject({
      status: "unsupported",
      reason: 'Nothing answers the call of "Charge" to `arn:aws:states:::sqs:sendMessage`.',
    });
    expect(await replay({ ...recording, definition: null }, "x")).toMatchObject({
      status: "unsupported",
      reason: expect.stringContaining("`--definition FILE`"),
    });
  });

  test("that cannot judge a run is not counted; figures are over the rest", async () => {
    const outside = await replay({ ...recording, features: ["task:results-not-recorded"] }, "x");
    const equal = await replay(recording, "x");
    const testState = await replay({ id: "t", inspectionLevel: "INFO" }, "x");
    expect(summarizeReplays([outside, equal, testState])).toEqual({
      match: 1,
      differ: 1,
      unsupported: 0,
      outside: 1,
      histories: { equal: 1, of: 1 },
      outcomes: { equal: 0, of: 0 },
      testStates: { equal: 0, of: 1 },
      events: { compared: 7, masked: 0 },
    });
  });
});

describe("masks", () => {
  const masks = masksOf(["date", "<id>", "<id>:1>", "<a>"]);
  const match = (expected: Json, actual: Json) => {
    const { mismatch, masked } = matchJson(expected, actual, masks);
    return mismatch === undefined ? (masked ? "masked" : "equal") : mismatch.path;
  };

  test("that are the whole of a text match anything", () => {
    expect(match({ at: "date", by: "<id>" }, { at: [1, 2], by: null })).toBe("masked");
    expect(match("date", "date")).toBe("equal");
  });

  test("in a longer text match anything there, and a word does not", () => {
    expect(match("arn:<id>:x:<a>", "arn:1:2:x:")).toBe("masked");
    expect(match("arn:<id>:x", "arn:1:y")).toBe("");
    expect(match("x<id>:1>y", "x…y")).toBe("masked");
    expect(match("the date", "the day")).toBe("");
    expect(match("<id>", 1)).toBe("masked");
    expect(match("a<id>", 1)).toBe("");
    expect(match("aa<id>aa", "aaa")).toBe("");
  });

  test("are the listed ones: nothing else is a wildcard, and keys match literally", () => {
    expect(match({ a: "<other>" }, { a: "x" })).toBe("/a");
    expect(match({ "<id>": 1 }, { x: 1 })).toBe("/<id>");
    expect(match([1.0, { b: 2, a: 1 }], [1, { a: 1, b: 2 }])).toBe("equal");
    expect(match({ a: null }, {})).toBe("/a");
    expect(match([], {})).toBe("");
  });

  test("are looked for in bounded time", () => {
    const many = masksOf(Array.from({ length: 200 }, (_, index) => `<${"<".repeat(index % 900)}${index}>`));
    const text = "<".repeat(50_000);
    expect(matchJson(`${text}a`, `${text}b`, many).mismatch?.path).toBe("");
    const inner = masksOf(["<>"]);
    expect(matchJson(`${"a<>".repeat(2000)}b`, "a".repeat(200_000), inner).mismatch?.path).toBe("");
  });
});

describe("what is no recording", () => {
  test.each([
    [[], "", "an array, where an object"],
    [{}, "/expected", "nothing at `/expected`"],
    [{ ...recording, tasks: {} }, "/tasks", "an object at `/tasks`, where an array"],
    [
      { ...recording, tasks: [{ state: 1 }] },
      "/tasks/0/state",
      "a number at `/tasks/0/state`, where a string",
    ],
    [
      { ...recording, expected: { status: "X", history: [{ id: "1" }] } },
      "/expected/history/0/id",
      "a string",
    ],
    [{ ...recording, type: "FAST" }, "/type", "STANDARD or EXPRESS"],
    [{ ...recording, placeholders: ["x".repeat(2000)] }, "/placeholders/0", "1 to 1000 characters"],
    [{ ...recording, definition: 7 }, "/definition", "a state machine"],
  ] as readonly (readonly [Json, string, string])[])(
    "%# says at which place",
    async (document, pointer, says) => {
      const { diagnostics } = readRecording(document, "x");
      expect(diagnostics[0]).toMatchObject({ code: "simulate/broken-recording", pointer });
      expect(diagnostics[0]?.message).toContain(says);
      expect(await replay(document, "x")).toMatchObject({ status: "broken" });
    },
  );

  test("is looked through however wide or deep it is", async () => {
    const wide = Array.from({ length: 300_000 }, (_, index) => index);
    const members = Object.fromEntries(wide.map((index) => [`k${index}`, index]));
    for (const output of [wide, members, nested(50_000)]) {
      const { status } = await replay({ ...recording, expected: { ...recording.expected, output } }, "x");
      expect(status).toBe("different");
    }
    expect(matchJson(wide, [...wide], masksOf([])).mismatch).toBeUndefined();
    const events = wide.map((index) => ({ id: index + 1, previousEventId: index, type: "PassStateExited" }));
    const long = { ...recording, expected: { ...recording.expected, history: events } };
    expect(await replay(long, "x")).toMatchObject({ status: "different", difference: { event: 1 } });
  });

  test("is never a crash, whatever stands anywhere in it", async () => {
    const statuses = new Map<string, number>();
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom("x".repeat(10_000), "deep", -1, 1e308, "__proto__"));
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), odd, async (first, second, value) => {
        const copy = { document: structuredClone(recording) as Json };
        for (const at of [first, second]) change(copy, at, value as Json);
        const document = copy.document ?? null;
        const { status } = await replay(document, "x");
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
      { seed: 6, numRuns: process.env.STATEWRIGHT_DEEP ? 20_000 : 500 },
    );
    console.log(
      `damaged recordings: ${[...statuses].map(([status, count]) => `${count} ${status}`).join(", ")}`,
    );
    expect([...statuses.keys()].sort()).toEqual(["broken", "different", "equal", "unsupported"]);
  });
});

function nested(depth: number): Json {
  let value: Json = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Another value at one of the places below, or none. */
function change(root: Record<string, Json>, at: number, value: Json): void {
  const holders: Record<string, Json>[] = [];
  const pending: Json[] = [root];
  for (let part = pending.pop(); part !== undefined && holders.length < 1000; part = pending.pop()) {
    if (typeof part !== "object" || part === null) continue;
    holders.push(part as Record<string, Json>);
    pending.push(...(Object.values(part) as Json[]));
  }
  const places = holders.flatMap((holder) => Object.keys(holder).map((key) => [holder, key] as const));
  const [holder, key] = places[at % places.length] ?? [root, "document"];
  if (at % 7 === 0) delete holder[key];
  else holder[key] = value === "deep" ? nested(3000) : structuredClone(value); // too deep to be printed by fast-check
}
