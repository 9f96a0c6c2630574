import { coverage, simulate, type WorkflowMocks } from "statewright/testing/vitest";
import { afterAll, expect, test } from "vitest";
import { agentTaskRunner } from "./agent-task-runner.ts";

type States = WorkflowMocks<typeof agentTaskRunner>["states"];
const useTool = { result: { action: "call-tool", tool: "search", toolInput: "x", tokens: 1000 } } as const;
const startJob = { result: { action: "start-job", job: "train", jobInput: "x", tokens: 1000 } } as const;
const answer = { result: { action: "answer", answer: "42", tokens: 500 } } as const;
const states = {
  CallTool: { result: { observationKey: "observations/1" } },
  WriteReport: { result: { Body: { content: [{ text: "It is 42." }] } } },
} satisfies States;
const run = (more: States, tokenBudget = 20_000) =>
  simulate(agentTaskRunner, { input: { goal: "g", tokenBudget }, mocks: { states: { ...states, ...more } } });

test("decides, calls a tool, observes, and answers", async () => {
  const answered = await run({ Decide: [useTool, answer] });
  expect(answered).toSucceedWith({ status: "answered", answer: "It is 42.", steps: 2, tokensLeft: 18_500 });
  expect(answered).toHaveCalled(
    "Decide",
    expect.objectContaining({ observationKey: "observations/1", step: 1 }),
  );
});

test("waits for a long tool, which hands in what it found", async () => {
  const waited = await run({
    Decide: [startJob, answer],
    RunJob: { callback: { result: { observationKey: "observations/job" } }, afterSeconds: 200 },
  });
  expect(waited).toSucceedWith(expect.objectContaining({ status: "answered", steps: 2 }));
  expect(waited.elapsedSeconds).toBe(200);
});

test("a long tool that goes silent is noted, and the agent goes on", async () => {
  const silent = await run({ Decide: [startJob, answer], RunJob: { result: {} } });
  expect(silent).toSucceedWith(expect.objectContaining({ status: "answered" }));
  expect(silent.elapsedSeconds).toBe(300);
});

test("a tool that fails is an observation like any other", async () => {
  const failed = await run({
    Decide: [useTool, answer],
    CallTool: { error: "ToolFailed", cause: "no such tool" },
  });
  expect(failed).toSucceedWith(expect.objectContaining({ status: "answered" }));
  expect(failed).toHaveCalled("Decide", expect.objectContaining({ observationKey: "notes/the-tool-failed" }));
});

test("an agent that never answers ends after forty steps", async () => {
  const endless = await run({ Decide: useTool }, 1_000_000);
  expect(endless).toSucceedWith({ status: "out-of-steps", answer: null, steps: 40, tokensLeft: 960_000 });
});

test("an agent that has spent its tokens ends", async () => {
  const spent = await run({ Decide: useTool }, 3000);
  expect(spent).toSucceedWith({ status: "out-of-tokens", answer: null, steps: 3, tokensLeft: 0 });
});

test("what the services refuse for a moment is tried again", async () => {
  const transient = { error: "Lambda.ServiceException", cause: "Try again." } as const;
  const throttled = { error: "ModelThrottled", cause: "Too many requests." } as const;
  const tried = await run({
    Decide: [throttled, transient, useTool, answer],
    CallTool: [transient, states.CallTool],
    WriteReport: [{ error: "Bedrock.ThrottlingException" }, states.WriteReport],
  });
  expect(tried).toSucceedWith(expect.objectContaining({ status: "answered", steps: 2 }));
});

afterAll(() => expect(coverage(agentTaskRunner)).toBeComplete());
