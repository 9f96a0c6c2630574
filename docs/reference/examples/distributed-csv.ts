import { lambda, param, workflow } from "statewright";

declare function index(event: { Items: { id: string; name: string }[] }): Promise<number>;

export const people = workflow("people")
  .input<{ key: string }>()
  .distributedMap(
    "EachBatch",
    {
      itemReader: {
        resource: "arn:aws:states:::s3:getObject",
        arguments: { Bucket: param("PeopleBucket"), Key: ({ input }) => input.key },
        readerConfig: {
          inputType: "CSV",
          csvHeaderLocation: "GIVEN",
          csvHeaders: ["id", "name"],
          csvDelimiter: "SEMICOLON",
          maxItems: 1000,
        },
      },
      itemBatcher: { maxItemsPerBatch: 25, maxInputBytesPerBatch: 65536 },
    },
    (each) => each.task("Index", lambda<typeof index>(param("IndexArn"))),
    { executionType: "STANDARD", toleratedFailureCount: 2, toleratedFailurePercentage: 5 },
  )
  .end();

// How the tests run it.
export const run = {
  workflow: people,
  input: { key: "people.csv" },
  readers: { "s3://${PeopleBucket}/people.csv": { text: "1;Ada\n2;Grace\n" } },
  mocks: { states: { Index: { result: 2 } } },
  output: [2],
};
