import type { StateMachine } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import type { ComparedEvents, Difference } from "./comparison.ts";

/** What `replay` can be told. */
export interface ReplayOptions {
  /** Runs this machine instead of the recorded one. */
  readonly machine?: StateMachine;
}

/** What a recording is compared by: its events, or its outcome alone; an answer of TestState. */
export type ReplayJudge = "history" | "outcome" | "test-state";

/** What came of running a recording again. */
export type Replay =
  | {
      readonly id: string;
      readonly status: "equal";
      readonly judge: ReplayJudge;
      readonly events: ComparedEvents;
    }
  | {
      readonly id: string;
      readonly status: "different";
      readonly judge: ReplayJudge;
      readonly events: ComparedEvents;
      readonly difference: Difference;
    }
  /** The simulator refuses to run it. */
  | {
      readonly id: string;
      readonly status: "unsupported";
      readonly judge: ReplayJudge;
      readonly reason: string;
    }
  /** The recording cannot judge a run; it is not counted. */
  | { readonly id: string; readonly status: "outside"; readonly reason: string }
  /** The document is no recording. */
  | { readonly id: string; readonly status: "broken"; readonly diagnostics: readonly Diagnostic[] };
