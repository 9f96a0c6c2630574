import { param, workflow } from "statewright";
import { z } from "zod";

export const tomorrow = workflow("tomorrow")
  .input(z.object({ key: z.string() }))
  .raw(
    "Read",
    {
      Type: "Task",
      Resource: "arn:aws:states:::aws-sdk:s3:headObject",
      Arguments: { Bucket: param("PhotosBucket"), Key: "{% $states.input.key %}" },
    },
    { comment: "As ASL spells it.", output: z.object({ ContentLength: z.number() }) },
  )
  .pass("Size")
  .output(({ input }) => input.ContentLength)
  .end();

// How the tests run it.
export const run = {
  workflow: tomorrow,
  input: { key: "harbour.jpeg" },
  mocks: { states: { Read: { result: { ContentLength: 7 } } } },
  output: 7,
};
