import { workflow } from "statewright";
import { z } from "zod";

export const sums = workflow("sums")
  .input(z.object({ numbers: z.array(z.number()) }))
  .parallel(
    "Both",
    {
      comment: "Each branch begins with the two numbers.",
      arguments: ({ input }) => ({ count: input.numbers.length, first: input.numbers[0] ?? 0 }),
      retry: { errorEquals: ["States.QueryEvaluationError"], maxAttempts: 1 },
    },
    (branch) => branch.pass("Count").output(({ input }) => input.count),
    (branch) => branch.pass("First").output(({ input }) => input.first),
  )
  .end();

// How the tests run it.
export const run = { workflow: sums, input: { numbers: [7, 8] }, output: [2, 7] };
