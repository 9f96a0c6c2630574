import { workflow } from "statewright";
import { z } from "zod";

export const reminders = workflow("reminders")
  .input(z.object({ seconds: z.number(), at: z.iso.datetime() }))
  .wait("ShortBreak", { seconds: 5 }, { comment: "The others come too." })
  .wait("TheirBreak", { seconds: ({ input }) => input.seconds })
  .wait("NewYear", { timestamp: "2026-01-02T00:00:00Z" })
  .wait("TheirTime", { timestamp: ({ input }) => input.at })
  .assign(({ context }) => ({ awake: context.State.EnteredTime }))
  .output(({ input }) => input.at)
  .end();

// How the tests run it.
export const run = {
  workflow: reminders,
  input: { seconds: 7, at: "2026-03-01T12:00:00Z" },
  output: "2026-03-01T12:00:00Z",
};
