import { param, workflow } from "statewright";
import { z } from "zod";

export const events = workflow("events")
  .distributedMap(
    "EachLine",
    {
      itemReader: {
        resource: "arn:aws:states:::s3:getObject",
        arguments: { Bucket: param("EventsBucket"), Key: "events.jsonl" },
        readerConfig: { inputType: "JSONL" },
        item: z.object({ n: z.number() }),
      },
    },
    (each) => each.pass("Twice").output(({ input }) => input.n * 2),
    { executionType: "EXPRESS" },
  )
  .end();

// How the tests run it.
export const run = {
  workflow: events,
  input: {},
  readers: { "s3://${EventsBucket}/events.jsonl": { text: '{"n":1}\n{"n":2}\n' } },
  output: [2, 4],
};
