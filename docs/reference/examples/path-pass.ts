import { workflow } from "statewright";
import { z } from "zod";

export const delivery = workflow("delivery", { queryLanguage: "JSONPath" })
  .input(
    z.object({ order: z.object({ id: z.string(), count: z.int(), delay: z.int(), due: z.iso.datetime() }) }),
  )
  .pass("Count")
  .inputPath("$.order")
  .parameters(({ input }) => ({ label: `${input.id}-${input.count + 1}`, parts: [input.id, "box"] }))
  .resultPath("$.made")
  .pass("Mark")
  .result({ state: "ready" })
  .resultPath("$.mark")
  .wait("Rest", { secondsPath: "$.order.delay" })
  .wait("UntilDue", { timestampPath: "$.order.due" })
  .outputPath("$.made")
  .pass("Keep")
  .outputPath("$.label")
  .end();

// How the tests run it.
export const run = {
  workflow: delivery,
  input: { order: { id: "A-1", count: 2, delay: 1, due: "2026-01-01T00:00:00Z" } },
  output: "A-1-3",
};
