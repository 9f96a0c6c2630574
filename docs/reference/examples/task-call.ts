import { lambda, param, workflow } from "statewright";
import { z } from "zod";

declare function charge(event: { orderId: string; amount: number }): Promise<{ chargeId: string }>;
declare function ship(event: { orderId: string; chargeId: string }): Promise<{ tracking: string }>;

export const payment = workflow("payment")
  .input(z.object({ id: z.string(), total: z.number() }))
  .task("Charge", lambda<typeof charge>(param("ChargeArn")))
  .arguments(({ input }) => ({ orderId: input.id, amount: input.total }))
  .comment("Takes the money.")
  .assign(({ result }) => ({ chargeId: result.chargeId }))
  .output(({ input }) => ({ orderId: input.id, status: "charged" }))
  .task("Ship", lambda<typeof ship>(param("ShipArn")))
  .arguments(({ input, vars }) => ({ orderId: input.orderId, chargeId: vars.chargeId }))
  .end();

// How the tests run it.
export const run = {
  workflow: payment,
  input: { id: "A-1", total: 65 },
  mocks: { states: { Charge: { result: { chargeId: "C-1" } }, Ship: { result: { tracking: "T-9" } } } },
  output: { tracking: "T-9" },
};
