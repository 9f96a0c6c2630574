import { param, sqs, workflow } from "statewright";
import { z } from "zod";

export const approval = workflow("approval")
  .input(z.object({ request: z.string() }))
  .task("AskManager", sqs.sendMessage().waitForTaskToken(z.object({ approved: z.boolean() })))
  .arguments({
    QueueUrl: param("RequestsQueue"),
    MessageBody: { request: ({ input }) => input.request, token: ({ taskToken }) => taskToken },
  })
  .timeoutSeconds(86400)
  .output(({ result }) => result.approved)
  .end();

// How the tests run it.
export const run = {
  workflow: approval,
  input: { request: "E-7" },
  mocks: { states: { AskManager: { callback: { result: { approved: true } }, afterSeconds: 60 } } },
  output: true,
};
