import { workflow } from "statewright";
import { z } from "zod";

export const squares = workflow("squares")
  .input(z.object({ numbers: z.array(z.number()) }))
  .distributedMap(
    "Square",
    ({ input }) => input.numbers,
    (each) => each.pass("Times").output(({ input }) => input * input),
    { executionType: "STANDARD", resultWriter: { writerConfig: { transformation: "COMPACT" } } },
  )
  .end();

// How the tests run it.
export const run = { workflow: squares, input: { numbers: [2, 3] }, output: [4, 9] };
