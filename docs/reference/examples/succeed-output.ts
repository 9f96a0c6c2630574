import { workflow } from "statewright";
import { z } from "zod";

export const check = workflow("check")
  .input(z.object({ amount: z.number() }))
  .succeed("Done", {
    comment: "Nothing to do.",
    output: ({ input }) => ({ amount: input.amount, paid: true }),
  })
  .end();

// How the tests run it.
export const run = { workflow: check, input: { amount: 5 }, output: { amount: 5, paid: true } };
