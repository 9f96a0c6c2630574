import { simulate } from "statewright/testing";
import { expect, test } from "vitest";
import { approval } from "./approval.ts";

const request = { requestId: "E-1", employee: "Grace", amount: 320 };
const Pay = { result: { transferId: "t-1" } };
const threeDays = 3 * 24 * 3600;

test("an expense is paid when a person approves it, days later", async () => {
  const AskManager = { callback: { result: { approved: true, approver: "Ada" } }, afterSeconds: threeDays };
  const run = await simulate(approval, { input: request, mocks: { states: { AskManager, Pay } } });
  expect(run.output).toEqual({ requestId: "E-1", status: "paid", approver: "Ada", reason: null });
  expect(run.elapsedSeconds).toBe(threeDays);
});

test("a small expense needs nobody", async () => {
  const run = await simulate(approval, { input: { ...request, amount: 20 }, mocks: { states: { Pay } } });
  expect(run.output).toMatchObject({ status: "paid", approver: "rule" });
});

test("a rejection keeps its reason", async () => {
  const AskManager = { callback: { result: { approved: false, approver: "Ada", reason: "No receipt." } } };
  const run = await simulate(approval, { input: request, mocks: { states: { AskManager } } });
  expect(run.output).toEqual({
    requestId: "E-1",
    status: "rejected",
    approver: "Ada",
    reason: "No receipt.",
  });
});

test("a request that nobody answers for a week expires", async () => {
  const AskManager = {
    callback: { result: { approved: true, approver: "Ada" } },
    afterSeconds: 8 * 24 * 3600,
  };
  const run = await simulate(approval, { input: request, mocks: { states: { AskManager } } });
  expect(run.output).toMatchObject({ status: "expired" });
  expect(run.elapsedSeconds).toBe(7 * 24 * 3600);
});
