import type { Replay, ReplayJudge } from "./replayed.ts";

/** How many are equal of those that were counted. */
export interface Figure {
  readonly equal: number;
  readonly of: number;
}

/** The figures over replayed recordings. */
export interface ReplaySummary {
  readonly match: number;
  readonly differ: number;
  readonly unsupported: number;
  /** Not counted in any figure: the recording cannot judge a run. */
  readonly outside: number;
  /** Of the executions whose history was recorded. */
  readonly histories: Figure;
  /** Of those recorded without a history. */
  readonly outcomes: Figure;
  /** Of the answers of TestState. */
  readonly testStates: Figure;
  /** Events found equal: exactly, and with a mask in the place of a value that is another one. */
  readonly events: { readonly compared: number; readonly masked: number };
}

/** Counts what came of replays; a document that is no recording counts nowhere. */
export function summarizeReplays(replays: readonly Replay[]): ReplaySummary {
  const count = (status: Replay["status"]) => replays.filter((replay) => replay.status === status).length;
  const judgedBy = (judge: ReplayJudge): Figure => {
    const judged = replays.filter((replay) => "judge" in replay && replay.judge === judge);
    return { equal: judged.filter(({ status }) => status === "equal").length, of: judged.length };
  };
  const events = { compared: 0, masked: 0 };
  for (const replay of replays) {
    if (!("events" in replay)) continue;
    events.compared += replay.events.compared;
    events.masked += replay.events.masked;
  }
  return {
    match: count("equal"),
    differ: count("different"),
    unsupported: count("unsupported"),
    outside: count("outside"),
    histories: judgedBy("history"),
    outcomes: judgedBy("outcome"),
    testStates: judgedBy("test-state"),
    events,
  };
}
