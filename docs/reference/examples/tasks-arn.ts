import { arn, workflow } from "statewright";
import { z } from "zod";

const describe = arn<{ Name: string }, { Parameter: { Value: string } }, "Ssm.ParameterNotFoundException">(
  "arn:aws:states:::aws-sdk:ssm:getParameter",
  { result: z.object({ Parameter: z.object({ Value: z.string() }) }) },
);

export const setting = workflow("setting")
  .task("Read", describe)
  .arguments({ Name: "/orders/limit" })
  .catch("Ssm.ParameterNotFoundException", (handler) => handler.pass("Default").output(() => "10"))
  .output(({ result }) => result.Parameter.Value)
  .end();

// How the tests run it.
export const run = {
  workflow: setting,
  input: {},
  mocks: { states: { Read: { result: { Parameter: { Value: "20" } } } } },
  output: "20",
};
