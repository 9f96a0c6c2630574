import { activity, workflow } from "statewright";
import { z } from "zod";

export const rendering = workflow("rendering")
  .input(z.object({ pages: z.number(), patience: z.number() }))
  .task(
    "Render",
    activity<{ pages: number }, { url: string }>("arn:aws:states:eu-west-1:123456789012:activity:render"),
  )
  .timeoutSeconds(({ input }) => input.patience)
  .heartbeatSeconds(({ input }) => Math.floor(input.patience / 10))
  .end();

// How the tests run it.
export const run = {
  workflow: rendering,
  input: { pages: 3, patience: 600 },
  mocks: { states: { Render: { result: { url: "https://example.com/3.pdf" } } } },
};
