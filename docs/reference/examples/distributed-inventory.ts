import { param, workflow } from "statewright";

export const objects = workflow("objects")
  .distributedMap(
    "EachObject",
    {
      itemReader: {
        resource: "arn:aws:states:::s3:getObject",
        arguments: { Bucket: param("InventoryBucket"), Key: "manifest.json" },
        readerConfig: { inputType: "MANIFEST", manifestType: "S3_INVENTORY" },
      },
    },
    (each) => each.pass("Key").output(({ input }) => input.Key ?? ""),
    { executionType: "EXPRESS" },
  )
  .end();

// How the tests run it.
export const run = {
  workflow: objects,
  input: {},
  readers: {
    "s3://${InventoryBucket}/manifest.json": {
      json: {
        destinationBucket: "arn:aws:s3:::inventory",
        fileSchema: "Bucket, Key",
        files: [{ key: "a.csv" }],
      },
    },
    "s3://inventory/a.csv": { text: '"photos","harbour.jpeg"\n' },
  },
  output: ["harbour.jpeg"],
};
