import { workflow } from "statewright";
import { limit, Order } from "./order.ts";
import { total } from "./total.ts";

const currency = "EUR";

/** Mistakes: arrows that read what stands around them. */
export const outer = workflow("outer")
  .input(Order)
  .pass("Imported")
  .output(({ input }) => ({ ...input, dear: input.total > limit }))
  .pass("Constant")
  .output(({ input }) => ({ ...input, currency }))
  .pass("Called")
  .output(({ input }) => ({ sum: total(input.items) }))
  .end();
