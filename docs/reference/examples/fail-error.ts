import { workflow } from "statewright";
import { z } from "zod";

export const check = workflow("check")
  .input(z.object({ amount: z.number(), code: z.string() }))
  .choice("Much?")
  .when(
    (input) => input.amount > 100,
    (branch) => branch.fail("TooMuch", { comment: "Known here.", error: "TooMuch", cause: "More than 100." }),
  )
  .otherwise((branch) =>
    branch.fail("Refused", {
      error: ({ input }) => `Refused.${input.code}`,
      cause: ({ input }) => `The bank says ${input.code}.`,
    }),
  )
  .end();

// How the tests run it.
export const run = { workflow: check, input: { amount: 5, code: "E7" }, status: "FAILED" };
