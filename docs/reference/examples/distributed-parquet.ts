import { param, typed, workflow } from "statewright";

export const rows = workflow("rows")
  .distributedMap(
    "EachRow",
    {
      itemReader: {
        resource: "arn:aws:states:::s3:getObject",
        arguments: { Bucket: param("RowsBucket"), Key: "rows.parquet" },
        readerConfig: { inputType: "PARQUET" },
        item: typed<{ id: string }>(),
      },
    },
    (each) => each.pass("Id").output(({ input }) => input.id),
    { executionType: "STANDARD" },
  )
  .catch("States.ItemReaderFailed", (handler) => handler.pass("NoRows").output([]))
  .end();

// How the tests run it.
export const run = {
  workflow: rows,
  input: {},
  readers: { "s3://${RowsBucket}/rows.parquet": { error: "States.ItemReaderFailed", cause: "no such key" } },
  output: [],
};
