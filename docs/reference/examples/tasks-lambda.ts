import { lambda, lambdaDefaults, param, workflow } from "statewright";
import { z } from "zod";

declare function charge(event: { orderId: string }): Promise<{ chargeId: string }>;

const chargeCard = lambda<typeof charge, "CardDeclined">(param("ChargeArn"), {
  qualifier: "live",
  result: z.object({ chargeId: z.string() }),
  errors: ["CardDeclined"],
});

export const payment = workflow("payment")
  .input(z.object({ orderId: z.string() }))
  .task("Charge", chargeCard, { retry: lambdaDefaults })
  .catch("CardDeclined", (handler) => handler.fail("Declined"))
  .output(({ result }) => result.chargeId)
  .end();

// How the tests run it.
export const run = {
  workflow: payment,
  input: { orderId: "A-1" },
  mocks: {
    states: { Charge: [{ error: "Lambda.TooManyRequestsException" }, { result: { chargeId: "C-1" } }] },
  },
  output: "C-1",
};
