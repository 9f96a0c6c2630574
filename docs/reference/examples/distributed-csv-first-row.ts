import { param, workflow } from "statewright";

export const people = workflow("people")
  .distributedMap(
    "EachRow",
    {
      itemReader: {
        resource: "arn:aws:states:::s3:getObject",
        arguments: { Bucket: param("PeopleBucket"), Key: "people.csv" },
        readerConfig: { inputType: "CSV", csvHeaderLocation: "FIRST_ROW" },
      },
    },
    (each) => each.pass("Name").output(({ input }) => input.name ?? "nobody"),
    { executionType: "EXPRESS" },
  )
  .end();

// How the tests run it.
export const run = {
  workflow: people,
  input: {},
  readers: { "s3://${PeopleBucket}/people.csv": { text: "id,name\n1,Ada\n2,Grace\n" } },
  output: ["Ada", "Grace"],
};
