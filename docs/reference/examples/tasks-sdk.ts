import type { Lambda } from "@aws-sdk/client-lambda";
import { awsSdk, workflow } from "statewright";
import { z } from "zod";

const lambda = awsSdk<Lambda, "Lambda.ResourceNotFoundException">("lambda");

export const memory = workflow("memory")
  .input(z.object({ name: z.string() }))
  .task("Read", lambda("getFunctionConfiguration"))
  .arguments({ FunctionName: ({ input }) => input.name })
  .catch("Lambda.ResourceNotFoundException", (handler) => handler.fail("NoFunction"))
  .output(({ result }) => ({ memory: result.MemorySize ?? 128 }))
  .end();

// How the tests run it.
export const run = {
  workflow: memory,
  input: { name: "charge" },
  mocks: { states: { Read: { result: { MemorySize: 512 } } } },
  output: { memory: 512 },
};
