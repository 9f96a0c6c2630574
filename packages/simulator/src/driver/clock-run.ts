import type { JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { CallTask, Finished } from "../execution/command.ts";
import type { HistoryEvent } from "../execution/history-event.ts";
import type { OnEvaluation } from "../execution/observed-evaluation.ts";
import type { ReaderObjects } from "../readers/reader-object.ts";
import type { Clock } from "./clock.ts";
import type { StartableMachines } from "./nested-execution.ts";
import type { Pace } from "./pace.ts";

/** How a run on the virtual clock ended. */
export interface ClockRun {
  /** Absent when it was stopped, or nothing was left that could happen: somebody has to call back. */
  readonly finished?: Finished;
  /** Where it was stopped; `input` is that of the state of `until`. */
  readonly stopped?: { readonly input: Json };
  readonly clock: Clock;
  readonly events: readonly HistoryEvent[];
  readonly transitions: number;
  /** How often each place was taken, children included. */
  readonly taken: ReadonlyMap<JsonPointer, number>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Calls that nobody answered. */
  readonly waiting: readonly CallTask[];
}

/** How far a run on the virtual clock goes. */
export interface ClockLimits {
  /** Stop when this many instants were handed in. */
  readonly steps?: number | undefined;
  readonly mostStill?: number | undefined;
  /** Without it no time is waited for. */
  readonly pace?: Pace | undefined;
}

/** What stands outside of the execution. */
export interface ClockWorld {
  readonly readers?: ReaderObjects;
  readonly machines?: StartableMachines;
  /** Is told of each JSONata expression that is evaluated. */
  readonly onEvaluation?: OnEvaluation | undefined;
}
