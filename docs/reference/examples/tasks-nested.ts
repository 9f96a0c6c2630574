import { nested, param, workflow } from "statewright";
import { z } from "zod";

export const shipping = workflow("shipping")
  .input(z.object({ orderId: z.string() }))
  .output(z.object({ tracking: z.string() }))
  .pass("Ship")
  .output(({ input }) => ({ tracking: `T-${input.orderId}` }))
  .end();

export const order = workflow("order")
  .input(z.object({ orderId: z.string() }))
  .task("Ship", nested(shipping, param("ShippingArn")).sync())
  .output(({ result }) => result.tracking)
  .end();

// How the tests run it.
export const run = {
  workflow: order,
  input: { orderId: "A-1" },
  mocks: { states: { Ship: { result: { Output: { tracking: "T-A-1" } } } } },
  output: "T-A-1",
};
