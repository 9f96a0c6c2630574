import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { CallTask } from "../execution/command.ts";
import type { TaskToken } from "./task-token.ts";

/**
 * What becomes of a call. `submitted`: the service took a job or a message with a task token; `outcome`: how
 * it ended, `afterSeconds` after that, or after the call where nothing was submitted. Without an outcome the
 * call stays open.
 */
export interface Answer {
  /** Of an activity, when a worker takes the task and who it is; by default at once, somebody without a name. */
  readonly taken?: { readonly afterSeconds: number; readonly workerName?: string };
  readonly submitted?: { readonly afterSeconds: number; readonly output: Json };
  readonly outcome?: Outcome;
  /** Nothing that a task can answer: the run ends, and this says why. */
  readonly refused?: Diagnostic;
}

export interface Outcome {
  readonly afterSeconds: number;
  readonly result?: Json;
  readonly error?: string;
  readonly cause?: string;
  /** A failure that names no error. */
  readonly failed?: true;
}

/** Answers calls; nothing when it does not know the call. `token`: the handle of a call that has one. */
export type Responder = (
  call: CallTask,
  token?: TaskToken,
) => Answer | undefined | Promise<Answer | undefined>;
