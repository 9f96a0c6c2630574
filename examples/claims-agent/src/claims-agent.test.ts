import { costOf, coverage, simulate, type WorkflowMocks } from "statewright/testing/vitest";
import { afterAll, expect, test } from "vitest";
import { claimsAgent } from "./claims-agent.ts";

const claim = {
  claimId: "CL-1",
  memberId: "M-7",
  amountCents: 18_000,
  documents: [{ bucket: "claims", key: "CL-1/invoice.pdf" }],
};
const sure = { covered: true, payableCents: 14_400, confidence: 0.97, rule: "plan/99213" };
const unsure = { ...sure, confidence: 0.4 };
const states = {
  ClaimOnce: { result: {} },
  Intake: { result: { procedureCode: "99213", summary: "Office visit", textKey: "text/CL-1.txt" } },
  ScoreFraud: { result: { score: 12, reasons: [] } },
  Adjudicate: { result: sure },
  RecordDecision: { result: {} },
  TellMember: { result: { MessageId: "m-1" } },
} satisfies WorkflowMocks<typeof claimsAgent>["states"];
const run = (more: WorkflowMocks<typeof claimsAgent>["states"] = {}, seed = 0) =>
  simulate(claimsAgent, { input: claim, mocks: { states: { ...states, ...more } }, seed });

test("a clear claim is decided by rule, recorded and told", async () => {
  const decided = await run();
  expect(decided).toSucceedWith({
    claimId: "CL-1",
    decision: "approved",
    payableCents: 14_400,
    decidedBy: "rule",
    reason: "plan/99213",
  });
  expect(decided).toHaveCalled("RecordDecision", {
    TableName: "${AuditTable}",
    Item: {
      claimId: { S: "CL-1" },
      at: { S: "2026-01-01T00:00:00Z" },
      execution: { S: "arn:aws:states:us-east-1:111111111111:execution:claims-agent:execution-0" },
      decision: { S: "approved" },
      decidedBy: { S: "rule" },
      reason: { S: "plan/99213" },
      payableCents: { N: "14400" },
      fraudScore: { N: "12" },
    },
  });
});

test("what the plan does not cover is denied by rule", async () => {
  const denied = await run({ Adjudicate: { result: { ...sure, covered: false } } });
  expect(denied).toSucceedWith(
    expect.objectContaining({ decision: "denied", payableCents: 0, decidedBy: "rule" }),
  );
});

test("a claim that was taken in before is not decided twice", async () => {
  const again = await run({
    ClaimOnce: { error: "DynamoDB.ConditionalCheckFailedException", cause: "exists" },
  });
  expect(again).toSucceedWith(expect.objectContaining({ decision: "already-processed" }));
  expect(again).not.toVisit("Intake");
});

test("a model that is throttled is asked again, with waits that jitter and grow", async () => {
  const throttled = { error: "ModelThrottled", cause: "Too many requests." } as const;
  const asked = await run({ ScoreFraud: [throttled, throttled, states.ScoreFraud] }, 7);
  expect(asked).toSucceedWith();
  expect(asked.elapsedSeconds).toBeGreaterThan(0);
  expect(asked.elapsedSeconds).toBeLessThanOrEqual(2 + 4);
});

const approve = { approve: true, reviewer: "Grace", note: "Looks right." };

test("what the services refuse for a moment is tried again", async () => {
  const transient = { error: "Lambda.ServiceException", cause: "Try again." } as const;
  const decided = await run({
    Intake: [transient, states.Intake],
    ScoreFraud: [transient, states.ScoreFraud],
    Adjudicate: [{ error: "ModelThrottled" }, transient, states.Adjudicate],
    RecordDecision: [{ error: "DynamoDB.InternalServerError" }, states.RecordDecision],
  });
  expect(decided).toSucceedWith();
});

test("a document that cannot be read ends the execution with what was wrong", async () => {
  const unreadable = await run({ Intake: { error: "UnreadableDocument", cause: "page 2 is empty" } });
  expect(unreadable).toFailWith("UnreadableDocument", "page 2 is empty");
});

test("an unsure or suspicious claim waits for a person, who sees the proposal", async () => {
  const reviewed = await run({
    Adjudicate: { result: unsure },
    HumanReview: { callback: { result: approve }, afterSeconds: 5400 },
  });
  expect(reviewed).toSucceedWith(
    expect.objectContaining({ decision: "approved", decidedBy: "Grace", payableCents: 14_400 }),
  );
  expect(reviewed.elapsedSeconds).toBe(5400);
  const suspicious = await run({
    ScoreFraud: { result: { score: 90, reasons: ["twice in a week"] } },
    HumanReview: { callback: { result: { ...approve, approve: false } } },
  });
  expect(suspicious).toSucceedWith(expect.objectContaining({ decision: "denied", payableCents: 0 }));
});

test("three days without an answer, and a supervisor is asked; two more, and the claim is held", async () => {
  const nobody = { result: {} };
  const escalated = await run({
    Adjudicate: { result: unsure },
    HumanReview: nobody,
    Escalate: { callback: { result: approve }, afterSeconds: 3600 },
  });
  expect(escalated).toSucceedWith(expect.objectContaining({ decision: "approved" }));
  expect(escalated.elapsedSeconds).toBe(3 * 86_400 + 3600);
  const held = await run({ Adjudicate: { result: unsure }, HumanReview: nobody, Escalate: nobody });
  expect(held).toSucceedWith(expect.objectContaining({ decision: "held", payableCents: 0 }));
  expect(held.elapsedSeconds).toBe(5 * 86_400);
});

test("8 transitions without the start: 432 dollars a month for 2.16 million claims", async () => {
  const options = { executions: 2_160_000, starts: false, retries: false };
  const cost = costOf(claimsAgent, await run(), options);
  expect(cost.standard.transitions).toBe(8);
  expect(cost.dollars.standard).toBeCloseTo(432, 6);
});

test("95 of 100 claims that no person sees are decided within half a minute", async () => {
  const took: number[] = [];
  for (let seed = 1; seed <= 200; seed += 1) {
    const timed = await run(
      {
        Intake: { ...states.Intake, durationSeconds: { p50: 4, p95: 11 } },
        ScoreFraud: { ...states.ScoreFraud, durationSeconds: { p50: 2, p95: 6 } },
        Adjudicate: { ...states.Adjudicate, durationSeconds: { p50: 3, p95: 8 } },
      },
      seed,
    );
    took.push(timed.elapsedSeconds);
  }
  const p95 = took.sort((one, other) => one - other)[189] ?? 0;
  console.log(`P95 of 200 claims without a person: ${p95.toFixed(1)} s`);
  expect(p95).toBeLessThan(30);
});

afterAll(() => expect(coverage(claimsAgent)).toBeComplete());
