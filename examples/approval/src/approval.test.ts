import { coverage, simulate, type WorkflowMocks } from "statewright/testing/vitest";
import { afterAll, expect, test } from "vitest";
import { approval } from "./approval.ts";

const request = { requestId: "E-1", employee: "Grace", amountCents: 32_000, approver: "ada" };
const day = 24 * 3600;

type States = WorkflowMocks<typeof approval>["states"];
const run = (AskApprover: NonNullable<NonNullable<States>["AskApprover"]>) =>
  simulate(approval, {
    input: request,
    mocks: { states: { AskApprover, Remind: { result: { MessageId: "m-1" } } } },
  });
const approve = { callback: { result: { decision: "approve", by: "ada" } } } as const;
const delegate = { callback: { result: { decision: "delegate", by: "ada", to: "ben" } } } as const;
const silence = { result: {} } as const;

test("an approver has two days to answer", async () => {
  const approved = await run({ ...approve, afterSeconds: day });
  expect(approved).toSucceedWith({ requestId: "E-1", status: "approved", by: "ada", reason: null });
  expect(approved).not.toVisit("Remind");
  expect(approved.elapsedSeconds).toBe(day);
});

test("a rejection keeps its reason", async () => {
  const rejected = await run({
    callback: { result: { decision: "reject", by: "ada", reason: "No receipt." } },
  });
  expect(rejected).toSucceedWith({ requestId: "E-1", status: "rejected", by: "ada", reason: "No receipt." });
});

test("who does not answer is reminded, twice; then the request expires", async () => {
  const reminded = await run([silence, approve]);
  expect(reminded).toSucceedWith(expect.objectContaining({ status: "approved" }));
  expect(reminded.states.filter((state) => state === "Remind")).toHaveLength(1);
  const expired = await run(silence);
  expect(expired).toSucceedWith({ requestId: "E-1", status: "expired", by: null, reason: null });
  expect(expired.states.filter((state) => state === "Remind")).toHaveLength(2);
  expect(expired.elapsedSeconds).toBe(6 * day);
});

test("an approver may let another decide, who has two days again", async () => {
  const passedOn = await run([delegate, { ...approve, afterSeconds: day }]);
  expect(passedOn).toSucceedWith(expect.objectContaining({ status: "approved" }));
  expect(passedOn.calls.map(({ arguments: sent }) => sent)).toMatchObject([
    { MessageBody: { approver: "ada" } },
    { MessageBody: { approver: "ben", reminder: 0 } },
  ]);
});

test("who is passed on four times is decided by nobody", async () => {
  expect(await run(delegate)).toSucceedWith({
    requestId: "E-1",
    status: "rejected",
    by: "ada",
    reason: "It was passed on too often.",
  });
});

afterAll(() => expect(coverage(approval)).toBeComplete());
