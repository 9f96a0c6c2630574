import { coverage, simulate, type WorkflowMocks } from "statewright/testing/vitest";
import { afterAll, expect, test } from "vitest";
import { approval } from "./approval.ts";
import { expenses } from "./expenses.ts";

const request = { requestId: "E-1", employee: "Grace", amountCents: 32_000, approver: "ada" };
const decided = { requestId: "E-1", status: "approved", by: "ada", reason: null } as const;
const Pay = { result: { transferId: "t-1" } };
const run = (states: WorkflowMocks<typeof expenses>["states"], amountCents = request.amountCents) =>
  simulate(expenses, { input: { ...request, amountCents }, mocks: { states: { Pay, ...states } } });

test("an expense is paid when its approval says so", async () => {
  const paid = await run({ Approve: { result: { Output: decided } } });
  expect(paid).toSucceedWith({ requestId: "E-1", status: "paid", by: "ada", reason: null });
  expect(paid).toHaveCalled("Approve", { StateMachineArn: "${ApprovalArn}", Input: request });
});

test("a small expense needs nobody", async () => {
  const small = await run({}, 2000);
  expect(small).toSucceedWith(expect.objectContaining({ status: "paid", by: "rule" }));
  expect(small).not.toVisit("Approve");
});

test("what is not approved is not paid", async () => {
  const rejected = { ...decided, status: "rejected", reason: "No receipt." } as const;
  const unpaid = await run({ Approve: { result: { Output: rejected } } });
  expect(unpaid).toSucceedWith(rejected);
  expect(unpaid).not.toVisit("Pay");
});

test("a payment that fails for a moment is tried again", async () => {
  const tried = await run({
    Approve: { result: { Output: decided } },
    Pay: [{ error: "Lambda.ServiceException", cause: "Try again." }, Pay],
  });
  expect(tried).toSucceedWith(expect.objectContaining({ status: "paid" }));
});

test("the nested workflow runs for real beside the one that calls it", async () => {
  const AskApprover = { callback: { result: { decision: "approve", by: "ben" } } } as const;
  const both = await run({
    Approve: async ({ Input }) => {
      const child = await simulate(approval, { input: Input, mocks: { states: { AskApprover } } });
      return { Output: child.output ?? decided };
    },
  });
  expect(both).toSucceedWith(expect.objectContaining({ status: "paid", by: "ben" }));
});

afterAll(() => expect(coverage(expenses)).toBeComplete());
