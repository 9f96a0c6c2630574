import type { Recording } from "./recording.ts";

/** Why a recording cannot judge a run: what decided its end was not recorded. Of any other, nothing. */
export function outsideTheCount({ features, expected, tasks }: Recording): string | undefined {
  if (features.includes("task:results-not-recorded"))
    return "What its tasks answered was not recorded: their calls are in no history.";
  const { cause } = expected;
  const gone =
    typeof cause === "string" && tasks.length === 0 && / The activity \S+ does not exist\.$/.test(cause);
  return gone ? "Nothing in it says that its activity was deleted before it ran." : undefined;
}
