import { param, typed, workflow } from "statewright";

export const results = workflow("results")
  .distributedMap(
    "EachRow",
    {
      itemReader: {
        resource: "arn:aws:states:::s3:getObject",
        arguments: { Bucket: param("ResultsBucket"), Key: "unload/manifest.csv" },
        readerConfig: { manifestType: "ATHENA_DATA", inputType: "JSONL" },
        item: typed<{ id: string }>(),
      },
    },
    (each) => each.pass("Id").output(({ input }) => input.id),
    { executionType: "EXPRESS" },
  )
  .end();

// How the tests run it.
export const run = {
  workflow: results,
  input: {},
  readers: {
    "s3://${ResultsBucket}/unload/manifest.csv": { text: "s3://results/1.jsonl\n" },
    "s3://results/1.jsonl": { text: '{"id":"A-1"}\n' },
  },
  output: ["A-1"],
};
