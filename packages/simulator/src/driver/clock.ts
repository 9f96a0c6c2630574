import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Responder } from "../calls/answer.ts";
import type { CallTask, Finished } from "../execution/command.ts";
import type { ExecutionStatus } from "../execution/execution-status.ts";
import type { HistoryEvent } from "../execution/history-event.ts";
import type { LiveExecution, Moved } from "../execution/live-execution.ts";
import type { MapRun } from "../execution/map-run.ts";
import type { OnEvaluation } from "../execution/observed-evaluation.ts";
import type { Program } from "../program/program.ts";
import type { ReaderObjects } from "../readers/reader-object.ts";
import { type Agenda, newAgenda } from "./agenda.ts";
import type { StartableMachines } from "./nested-execution.ts";
import type { OtherExecutions } from "./other-executions.ts";

/** An execution of the run: the one that was started at 0, then children of Map Runs and those that tasks start. */
export interface Running {
  readonly program: Program;
  live: LiveExecution;
  readonly parent?: { readonly run: number; readonly id: string };
  readonly calls: Map<string, CallTask>;
  /** Child executions that run, by the id of their command. */
  readonly children: Map<string, number>;
  /** Of an execution that a task started, and of its children: the key of its machine. */
  readonly machine?: string;
  /** The call that started it. */
  readonly startedBy?: CallTask;
}

/** An execution that a task started, as it stands or as it ended. */
export interface StartedExecution {
  readonly machine: string;
  readonly executionArn: string;
  readonly status: ExecutionStatus;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly events: HistoryEvent[];
}

/** What a step has left to be carried out. */
export interface Unsettled extends Moved {
  readonly run: number;
}

/** A run on the virtual clock, as it stands. */
export interface Clock {
  readonly agenda: Agenda;
  readonly running: Map<number, Running>;
  readonly responder: Responder;
  readonly readers: ReaderObjects;
  /** The machines that tasks can start. */
  readonly machines: StartableMachines;
  /** The executions that tasks started, in that order. */
  readonly started: Map<number, StartedExecution>;
  readonly unanswered: (call: CallTask) => Diagnostic;
  readonly onEvaluation: OnEvaluation | undefined;
  readonly events: HistoryEvent[];
  /** How often each place was taken, children included. */
  readonly taken: Map<JsonPointer, number>;
  /** Objects that result writers wrote, by their addresses; later readers read them. */
  readonly written: Map<string, string>;
  /** The Map Runs that have ended, those of children included. */
  readonly mapRuns: MapRun[];
  /** The executions beside the one of the run that have ended, by their kind. */
  readonly otherExecutions: Map<string, OtherExecutions>;
  readonly pending: Promise<void>[];
  /** Steps that were taken, in order. */
  readonly ready: Unsettled[];
  now: number;
  runs: number;
  /** Transitions since time last passed. */
  still: number;
  /** How many instants were handed in, and how many random numbers decided what came with them. */
  steps: number;
  draws: number;
  finished?: Finished;
  /** It goes on no further: what is sent now finds no task. */
  over: boolean;
  /** It stands before the state of `until`. */
  held?: { readonly input: Json };
}

/** A clock at `now` with nothing on it. */
export function newClock(
  now: number,
  responder: Responder,
  unanswered: (call: CallTask) => Diagnostic,
  readers: ReaderObjects,
  machines: StartableMachines = new Map(),
  onEvaluation?: OnEvaluation,
): Clock {
  return {
    agenda: newAgenda(),
    running: new Map(),
    responder,
    readers,
    machines,
    started: new Map(),
    unanswered,
    onEvaluation,
    events: [],
    taken: new Map(),
    written: new Map(),
    mapRuns: [],
    otherExecutions: new Map(),
    pending: [],
    ready: [],
    now,
    runs: 0,
    still: 0,
    steps: 0,
    draws: 0,
    over: false,
  };
}

/** Ends the run with what keeps it from going on; the first reason stays. */
export function refuse(clock: Clock, diagnostic: Diagnostic): void {
  clock.finished ??= { kind: "finished", status: "REFUSED", diagnostics: [diagnostic] };
}

/** The state that an execution is in. */
export function stateOf(clock: Clock, run: number): string {
  const part = clock.running.get(run)?.live.changed.get("");
  return part?.kind === "thread" ? part.state : "";
}
