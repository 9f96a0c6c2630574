import { param, workflow } from "statewright";
import { z } from "zod";

export const squares = workflow("squares")
  .input(z.object({ numbers: z.array(z.number()), folder: z.string() }))
  .distributedMap(
    "Square",
    { items: ({ input }) => input.numbers },
    (each) => each.pass("Times").output(({ input }) => input * input),
    {
      executionType: "STANDARD",
      resultWriter: {
        arguments: { Bucket: param("ResultsBucket"), Prefix: ({ input }) => input.folder },
        writerConfig: { transformation: "NONE", outputType: "JSON" },
      },
    },
  )
  .output(({ result }) => result.ResultWriterDetails.Bucket)
  .end();

// How the tests run it.
export const run = {
  workflow: squares,
  input: { numbers: [2, 3], folder: "squares" },
  output: "${ResultsBucket}",
};
