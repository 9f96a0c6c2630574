import { bedrock, workflow } from "statewright";
import type { WorkflowMocks } from "statewright/testing";
import { z } from "zod";

// What this model takes and answers.
const titan = {
  body: z.object({
    inputText: z.string(),
    textGenerationConfig: z.object({ maxTokenCount: z.number(), temperature: z.number() }).partial(),
  }),
  answer: z.object({ results: z.array(z.object({ outputText: z.string(), tokenCount: z.number() })).min(1) }),
};

export const summary = workflow("summary")
  .input(z.object({ article: z.string() }))
  .task("Ask", bedrock.invokeModel(titan))
  .arguments({
    ModelId: "amazon.titan-text-express-v1",
    Body: {
      inputText: ({ input }) => `Summarise in one sentence: ${input.article}`,
      textGenerationConfig: { maxTokenCount: 100, temperature: 0 },
    },
  })
  .retry({ errorEquals: ["Bedrock.ThrottlingException"], intervalSeconds: 2, maxAttempts: 5, backoffRate: 2 })
  .output(({ result }) => result.Body.results.map((one) => one.outputText))
  .end();

// How the tests run it.
export const run = {
  workflow: summary,
  input: { article: "A long one." },
  mocks: {
    states: {
      Ask: [
        { error: "Bedrock.ThrottlingException" },
        {
          result: {
            Body: { results: [{ outputText: "Short.", tokenCount: 2 }] },
            ContentType: "application/json",
          },
        },
      ],
    },
  } satisfies WorkflowMocks<typeof summary>,
  output: ["Short."],
};
