import type { Json } from "@statewright/json-types";
import { type Difference, type Replay, redact, summarizeReplays } from "@statewright/simulator";

/** What of a result may be shown. */
export interface Shown {
  /** Values by their shape only. */
  readonly redact: boolean;
}

/** The document of `replay --json`. */
export function replayDocument(replays: readonly Replay[], shown: Shown): unknown {
  return { cases: replays.map((replay) => caseOf(replay, shown)), summary: summarizeReplays(replays) };
}

function caseOf(replay: Replay, shown: Shown): unknown {
  const { id } = replay;
  switch (replay.status) {
    case "equal":
      return { id, match: true };
    case "different":
      return { id, match: false, difference: shownDifference(replay.difference, shown) };
    case "unsupported":
      return { id, match: false, unsupported: replay.reason };
    case "outside":
      return { id, match: false, unsupported: replay.reason, outside: true };
    case "broken":
      return { id, match: false, unsupported: replay.diagnostics[0]?.message ?? "" };
  }
}

/** What stands at these places says which event it is, and no value of the execution. */
const plain = /^\/(type|id|previousEventId|status|details\/(name|resource|resourceType|region))$/;

/** A difference as it may be shown. */
export function shownDifference(difference: Difference, shown: Shown): Difference {
  if (!shown.redact || plain.test(difference.path)) return difference;
  return { ...difference, expected: hidden(difference.expected), actual: hidden(difference.actual) };
}

/** Of a whole event its place in the history is no value. */
function hidden(value: Json | undefined): Json | undefined {
  if (typeof value !== "object" || value === null || !("previousEventId" in value))
    return value && redact(value);
  return { ...value, details: redact(value.details ?? null) };
}
