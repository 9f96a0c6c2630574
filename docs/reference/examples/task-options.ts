import { activity, param, workflow } from "statewright";

export const rendering = workflow("rendering")
  .input<{ pages: number }>()
  .task(
    "Render",
    activity<{ pages: number }, { url: string }>("arn:aws:states:eu-west-1:123456789012:activity:render"),
    {
      comment: "A program of ours fetches this work.",
      timeoutSeconds: 600,
      heartbeatSeconds: 60,
      credentials: { roleArn: param("RenderRole") },
      retry: { errorEquals: ["States.Timeout"], maxAttempts: 2 },
    },
  )
  .catch("States.ALL", (handler) => handler.fail("NotRendered"))
  .end();

// How the tests run it.
export const run = {
  workflow: rendering,
  input: { pages: 3 },
  mocks: { states: { Render: [{ error: "States.Timeout" }, { result: { url: "https://example.com" } }] } },
};
