import { workflow } from "statewright";
import { z } from "zod";

export const prices = workflow("prices")
  .input(z.object({ price: z.number(), count: z.number() }))
  .pass("Sum", { comment: "What it costs." })
  .assign(({ input }) => ({ total: input.price * input.count }))
  .output({ currency: "EUR", total: ({ input }) => input.price * input.count })
  .pass("Tell")
  .output(({ input, vars }) => [vars.total, input.currency])
  .end();

// How the tests run it.
export const run = { workflow: prices, input: { price: 5, count: 3 }, output: [15, "EUR"] };
