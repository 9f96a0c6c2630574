import { lambda, lambdaDefaults, param, workflow } from "statewright";

declare function charge(event: { amount: number }): Promise<{ chargeId: string }>;

export const payment = workflow("payment")
  .input<{ amount: number }>()
  .task("Charge", lambda<typeof charge, "Busy" | "CardDeclined">(param("ChargeArn")))
  .retry(
    {
      comment: "The bank is slow in the morning.",
      errorEquals: ["Busy", "States.Timeout"],
      intervalSeconds: 2,
      maxAttempts: 5,
      backoffRate: 1.5,
      maxDelaySeconds: 60,
      jitterStrategy: "NONE",
    },
    lambdaDefaults,
  )
  .end();

// How the tests run it.
export const run = {
  workflow: payment,
  input: { amount: 5 },
  mocks: { states: { Charge: [{ error: "Busy" }, { result: { chargeId: "C-1" } }] } },
  output: { chargeId: "C-1" },
};
