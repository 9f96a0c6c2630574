import { dynamodb, ecs, glue, param, workflow } from "statewright";
import { z } from "zod";

interface StartJobRun {
  readonly JobName: string;
  readonly Arguments?: { readonly [name: string]: string };
}

export const nightly = workflow("nightly")
  .input(z.object({ day: z.string() }))
  .task("Clean", glue.startJobRun<StartJobRun>().sync(z.object({ JobRunState: z.string() })))
  .arguments({ JobName: param("CleanJob"), Arguments: { "--day": ({ input }) => input.day } })
  .output(({ input }) => input)
  .task("Crunch", ecs.runTask().sync())
  .arguments({ TaskDefinition: param("CrunchTask"), Cluster: param("Cluster"), LaunchType: "FARGATE" })
  .output(({ input }) => input)
  .task("Note", dynamodb.putItem())
  .arguments({ TableName: param("Days"), Item: { day: { S: ({ input }) => input.day } } })
  .end();

// How the tests run it.
export const run = {
  workflow: nightly,
  input: { day: "2026-01-01" },
  mocks: {
    states: {
      Clean: { result: { JobRunState: "SUCCEEDED" } },
      Crunch: { result: { LastStatus: "STOPPED" } },
      Note: { result: {} },
    },
  },
};
