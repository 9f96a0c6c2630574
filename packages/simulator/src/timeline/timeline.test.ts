import { expect, test } from "vitest";
import { lambdaTask, runStates } from "../../test/run-states.ts";
import { printTimeline } from "./print-timeline.ts";
import { timeline } from "./timeline.ts";

const go = (Next: string) => ({ End: undefined, Next });

test("a run in short: what was left, retried, caught and waited for", async () => {
  const run = await runStates(
    {
      Validate: { Type: "Pass", ...go("Charge") },
      Charge: lambdaTask({
        Retry: [{ ErrorEquals: ["PaymentError"], IntervalSeconds: 2 }],
        ...go("Rest"),
      }),
      Rest: { Type: "Wait", Seconds: 93_600, ...go("Decide") },
      Decide: { Type: "Choice", Choices: [{ Condition: true, Next: "Ship" }] },
      Ship: lambdaTask({ Catch: [{ ErrorEquals: ["States.ALL"], Next: "Refund" }] }),
      Refund: lambdaTask(),
    },
    {
      input: { orderId: "o-1" },
      mocks: {
        states: {
          Charge: [
            { error: "PaymentError", cause: "declined" },
            { result: { id: "c-1" }, durationSeconds: 0.25 },
          ],
          Ship: { error: "OutOfStock" },
          Refund: { result: { ok: true } },
        },
      },
    },
  );
  expect(printTimeline(run)).toBe(
    [
      '   0s  ✓ Validate   {"orderId":"o-1"}',
      "   0s  ↻ Charge     PaymentError: declined · again in 2s",
      ' 2.3s  ✓ Charge     {"id":"c-1"} · took 2.3s',
      "1d 2h  ✓ Rest       waited 1d 2h",
      "1d 2h  ✓ Decide     → Ship",
      "1d 2h  ↷ Ship       OutOfStock → Refund",
      '1d 2h  ✓ Refund     {"ok":true}',
      '1d 2h  ■ SUCCEEDED  {"ok":true}',
      "",
    ].join("\n"),
  );
});

test("branches and items are indented and numbered", async () => {
  const run = await runStates({
    Both: {
      Type: "Parallel",
      Branches: [
        { StartAt: "A", States: { A: { Type: "Pass", End: true } } },
        {
          StartAt: "All",
          States: {
            All: {
              Type: "Map",
              Items: [1, 2],
              ItemProcessor: { StartAt: "B", States: { B: { Type: "Succeed" } } },
              End: true,
            },
          },
        },
      ],
      End: true,
    },
  });
  expect(printTimeline(run).split("\n")).toEqual([
    "   0s  ▸ Both       in parallel",
    "   0s  ✓   1: A     {}",
    "   0s  ▸   2: All   2 items",
    "   0s  ✓     [0] B  1",
    "   0s  ✓     [1] B  2",
    "   0s  ✓   2: All   [1,2]",
    "   0s  ✓ Both       [{},[1,2]]",
    "   0s  ■ SUCCEEDED  [{},[1,2]]",
    "",
  ]);
});

test("the retry of a Map and the failure that ends it", async () => {
  const run = await runStates({
    All: {
      Type: "Map",
      Items: [1],
      ItemProcessor: { StartAt: "Each", States: { Each: { Type: "Fail", Error: "E", Cause: "c" } } },
      Retry: [{ ErrorEquals: ["E"], MaxAttempts: 1 }],
      End: true,
    },
  });
  expect(timeline(run).map(({ seconds, kind, state }) => [seconds, kind, state])).toEqual([
    [0, "opened", "All"],
    [0, "failed", "Each"],
    [1, "retry", "All"],
    [1, "opened", "All"],
    [1, "failed", "Each"],
    [1, "failed", "All"],
    [1, "ended", ""],
  ]);
});

test("a callback that nobody made is the last line", async () => {
  const resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
  const run = await runStates({
    Approve: { Type: "Task", Resource: resource, Arguments: { QueueUrl: "q" }, End: true },
  });
  expect(printTimeline(run)).toBe("   0s  … Approve    waits for its task token; nobody has called back\n");
});

test("of many items the first are shown, those that fail, and how many lines are left out", async () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const run = await runStates({
    All: {
      Type: "Map",
      Items: items,
      ItemProcessor: { StartAt: "Each", States: { Each: { Type: "Pass", End: true } } },
      End: true,
    },
  });
  const lines = printTimeline(run, { maxItems: 2 }).split("\n");
  expect(lines).toHaveLength(1 + 2 + 1 + 1 + 1 + 1);
  expect(lines.at(-3)).toBe("       … and 48 lines of further items");
});

test("content never steers the terminal, and long values are cut", async () => {
  const run = await runStates({
    A: { Type: "Fail", Error: "\u001b[2J\u202e::error", Cause: "x".repeat(500) },
  });
  const text = printTimeline(run, { maxValueLength: 40 });
  expect(text).toContain("\\u001b[2J\\u202e::error: xxx");
  expect(text).toContain("x…\n");
  expect([...text].filter((unit) => unit !== "\n" && /[\p{Cc}\p{Cf}]/u.test(unit))).toEqual([]);
});

test("colour only when asked for", async () => {
  const run = await runStates({ A: { Type: "Succeed" } });
  expect(printTimeline(run)).not.toContain("\u001b");
  expect(printTimeline(run, { colour: true })).toContain("\u001b[32m■\u001b[39m");
});
