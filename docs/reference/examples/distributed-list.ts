import { param, workflow } from "statewright";

export const listing = workflow("listing")
  .distributedMap(
    "EachObject",
    {
      itemReader: {
        resource: "arn:aws:states:::s3:listObjectsV2",
        arguments: { Bucket: param("PhotosBucket"), Prefix: "in/" },
        readerConfig: { transformation: "NONE" },
      },
    },
    (each) => each.pass("Size").output(({ input }) => ({ key: input.Key, size: input.Size })),
    { executionType: "EXPRESS" },
  )
  .end();

// How the tests run it.
export const run = {
  workflow: listing,
  input: {},
  readers: { "s3://${PhotosBucket}/in/1.txt": { text: "1" } },
  output: [{ key: "in/1.txt", size: 1 }],
};
