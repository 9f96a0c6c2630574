import { lambda, param, workflow } from "statewright";
import { z } from "zod";

declare function charge(event: { amount: number }): Promise<{ chargeId: string }>;

export const payment = workflow("payment")
  .input(z.object({ amount: z.number() }))
  .task("Charge", lambda<typeof charge, "CardDeclined">(param("ChargeArn")))
  .output(({ result }) => result.chargeId)
  .catch(
    "CardDeclined",
    {
      comment: "Nobody's fault.",
      assign: ({ error }) => ({ reason: error.Cause }),
      output: ({ input }) => ({ amount: input.amount }),
    },
    (handler) =>
      handler.pass("Declined").output(({ input, vars }) => ({ amount: input.amount, reason: vars.reason })),
  )
  .catch(["States.Timeout", "States.TaskFailed"], (handler) =>
    handler.fail("NotCharged", { error: ({ input }) => input.Error, cause: ({ input }) => input.Cause }),
  )
  .end();

// How the tests run it.
export const run = {
  workflow: payment,
  input: { amount: 5 },
  mocks: { states: { Charge: { error: "CardDeclined", cause: "no money" } } },
  output: { amount: 5, reason: "no money" },
};
