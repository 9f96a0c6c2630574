import { param, typed, workflow } from "statewright";

export const lines = workflow("lines")
  .distributedMap(
    "EachLine",
    {
      itemReader: {
        resource: "arn:aws:states:::s3:listObjectsV2",
        arguments: { Bucket: param("LinesBucket"), Prefix: "in/" },
        readerConfig: { transformation: "LOAD_AND_FLATTEN", inputType: "JSONL" },
        item: typed<{ n: number }>(),
      },
    },
    (each) => each.pass("Number").output(({ input }) => input.n),
    { executionType: "EXPRESS" },
  )
  .end();

// How the tests run it.
export const run = {
  workflow: lines,
  input: {},
  readers: {
    "s3://${LinesBucket}/in/1.jsonl": { text: '{"n":1}\n' },
    "s3://${LinesBucket}/in/2.jsonl": { text: '{"n":2}\n' },
  },
  output: [1, 2],
};
