import { simulate } from "statewright/testing";
import { expect, test } from "vitest";
import { signUp } from "./sign-up.ts";

const input = { email: "ada@example.com", name: "Ada", plan: "team" } as const;
const states = {
  CreateAccount: { result: { accountId: "account-1" } },
  SendWelcome: { result: { messageId: "message-1" } },
};

test("a team is welcomed", async () => {
  const run = await simulate(signUp, { input, mocks: { states } });
  expect(run.output).toEqual({ accountId: "account-1", welcomed: true });
});

test("a free account is not", async () => {
  const run = await simulate(signUp, { input: { ...input, plan: "free" }, mocks: { states } });
  expect(run.output).toEqual({ accountId: "account-1", welcomed: false });
  expect(run.states).not.toContain("SendWelcome");
});

test("a rejected address fails", async () => {
  const rejected = { error: "EmailRejected", cause: "It has no @." } as const;
  const run = await simulate(signUp, { input, mocks: { states: { ...states, CreateAccount: rejected } } });
  expect(run).toMatchObject({ status: "FAILED", error: "EmailRejected", cause: "It has no @." });
});
