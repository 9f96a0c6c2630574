import type { JsonPointer } from "@statewright/diagnostics";
import type { CallTask, Command, StartChild } from "../execution/command.ts";
import type { Execution } from "../execution/execution.ts";
import type { HistoryEvent } from "../execution/history-event.ts";
import type { MapRun } from "../execution/map-run.ts";
import type { StartedExecution } from "./clock.ts";
import type { Due } from "./due.ts";
import type { OtherExecutions } from "./other-executions.ts";

/**
 * A run that was stopped, to go on later or elsewhere: plain JSON, to be kept as a whole and unchanged.
 *
 * It holds the executions as they stand (of a Distributed Map its children too), the history so far, and the virtual
 * clock with what is due on it. It does not hold the machine, the mocks and the handlers.
 */
export interface SavedRun {
  /** The version of this format. */
  readonly format: 1;
  /** A hash of the definition: a run goes on only with the machine it began with. */
  readonly definition: string;
  /** A hash of the rest, so that a document that was changed is refused. */
  readonly checksum: string;
  readonly clock: SavedClock;
  readonly events: readonly HistoryEvent[];
  /** How often each place was taken so far. */
  readonly taken: Readonly<Record<JsonPointer, number>>;
  /** The Map Runs that have ended so far, and the objects that result writers wrote, by their addresses. */
  readonly mapRuns: readonly MapRun[];
  /** The executions beside the one of the run that have ended. */
  readonly otherExecutions: readonly (readonly [string, OtherExecutions])[];
  readonly written: Readonly<Record<string, string>>;
  /** Which entries of lists in the mocks have given their answer, by `states/<name>` or `resources/<key>`. */
  readonly usedAnswers: Readonly<Record<string, readonly number[]>>;
  /** How many calls of each state were answered. */
  readonly asked: Readonly<Record<string, number>>;
}

/** The virtual clock; times are milliseconds since 1970. */
export interface SavedClock {
  readonly now: number;
  readonly runs: number;
  readonly still: number;
  readonly steps: number;
  readonly draws: number;
  readonly orders: number;
  readonly due: readonly Omit<Due, "cancelled" | "sending">[];
  readonly running: readonly SavedExecution[];
  /** The executions that tasks have started. */
  readonly started: readonly (readonly [number, StartedExecution])[];
  /** What children did at the instant of the stop, and is still to be carried out. */
  readonly ready: readonly SavedStep[];
}

export interface SavedStep {
  readonly run: number;
  readonly commands: readonly SavedCommand[];
  readonly taken: readonly JsonPointer[];
  readonly events: readonly HistoryEvent[];
}

/** Of the program of a child stands its index among those of its parent. */
export type SavedCommand =
  | Exclude<Command, StartChild>
  | (Omit<StartChild, "program"> & { readonly program: number });

/** One execution of the run. */
export interface SavedExecution {
  readonly run: number;
  /** Where its program is: the index of the processor in each program on the way to it. */
  readonly program: readonly number[];
  readonly execution: Execution;
  readonly parent?: { readonly run: number; readonly id: string };
  readonly calls: readonly CallTask[];
  readonly children: readonly (readonly [string, number])[];
  /** Of an execution that a task started, and of its children: the key of its machine. */
  readonly machine?: string;
  /** The call that started it. */
  readonly startedBy?: CallTask;
}
