import { workflow } from "statewright";
import { z } from "zod";

const Paid = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("card"), card: z.string() }),
  z.object({ kind: z.literal("invoice"), name: z.string() }),
  z.object({ kind: z.literal("cash") }),
]);

export const payment = workflow("payment")
  .input(Paid)
  .choice("HowPaid")
  .comment("Each kind has its own branch.")
  .when(
    (input) => input.kind === "card",
    {
      comment: "Here `input` is known to have a card.",
      assign: ({ input }) => ({ means: input.kind }),
      output: { method: "card" },
    },
    (branch) => branch.pass("Card").output(({ input, vars }) => `${input.method}: ${vars.means}`),
  )
  .when(
    (input) => input.kind === "invoice",
    (branch) => branch.pass("Invoice").output(({ input }) => input.name),
  )
  .otherwise({ assign: { means: "cash" }, output: ({ input }) => input.kind }, (branch) =>
    branch.pass("Cash").output(({ input, vars }) => `${input}: ${vars.means}`),
  )
  .end();

// How the tests run it.
export const run = { workflow: payment, input: { kind: "cash" }, output: "cash: cash" };
