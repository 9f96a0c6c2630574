import { lambda, param, workflow } from "statewright";
import { z } from "zod";

declare function reserve(event: { orderId: string }): Promise<{ orderId: string }>;

const Reserved = z.object({ orderId: z.string() });

export const order = workflow("order")
  .input(z.object({ orderId: z.string() }))
  .withCatch(
    "States.ALL",
    { comment: "Whatever went wrong.", assign: ({ error }) => ({ reason: error.Error }) },
    (handler) => handler.fail("NotOrdered", { error: "NotOrdered", cause: ({ vars }) => vars.reason }),
    (states) =>
      states
        .task("Reserve", lambda<typeof reserve>(param("ReserveArn"), { result: Reserved }))
        .task("Charge", lambda<typeof reserve, "CardDeclined">(param("ChargeArn"), { result: Reserved }))
        .catch("CardDeclined", (handler) => handler.succeed("Declined")),
  )
  .pass("Ordered")
  .output(({ input }) => `Ordered ${input.orderId}`)
  .end();

// How the tests run it.
export const run = {
  workflow: order,
  input: { orderId: "A-1" },
  mocks: { states: { Reserve: { result: { orderId: "A-1" } }, Charge: { error: "Boom" } } },
  status: "FAILED",
};
