import { param, workflow } from "statewright";
import { z } from "zod";

export const pairs = workflow("pairs")
  .input(z.object({ numbers: z.array(z.number()) }))
  .distributedMap(
    "Pair",
    ({ input }) => input.numbers,
    (each) => each.pass("Two").output(({ input }) => [input, input]),
    {
      executionType: "STANDARD",
      resultWriter: {
        arguments: { Bucket: param("ResultsBucket") },
        writerConfig: { transformation: "FLATTEN", outputType: "JSONL" },
      },
    },
  )
  .end();

// How the tests run it.
export const run = { workflow: pairs, input: { numbers: [2, 3] } };
