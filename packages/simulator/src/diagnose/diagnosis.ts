import type { JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";

/** What a failure is about; each kind has its own next step. */
export type FailureKind =
  | "none"
  | "running"
  | "aborted"
  | "execution-timeout"
  | "history-limit"
  | "fail-state"
  | "expression"
  | "path"
  | "setting"
  | "intrinsic"
  | "no-choice"
  | "data-limit"
  | "timeout"
  | "heartbeat"
  | "callback-timeout"
  | "permission"
  | "missing-resource"
  | "throttled"
  | "service-fault"
  | "bad-request"
  | "function-error"
  | "function-timeout"
  | "child-failed"
  | "reader"
  | "writer"
  | "tolerance"
  | "task-error";

/** A failed execution: where it failed and why, the value that was there and where it came from, what to do. */
export interface Diagnosis {
  /** AWS's status. */
  readonly status: string;
  readonly kind: FailureKind;
  readonly error: string | null;
  readonly cause: Json;
  /** What happened, in one sentence. */
  readonly summary: string;
  /** The state that failed; `null` where the execution as a whole did. */
  readonly state: string | null;
  readonly stateType: string | null;
  /** The states around it, outermost first, with the item of each Map. */
  readonly inside: readonly { readonly state: string; readonly item?: number }[];
  /** The id of the event that says so. */
  readonly event: number | null;
  /** The field that failed, else the state; `null` without a machine. */
  readonly pointer: JsonPointer | null;
  /** The text in that field. */
  readonly expression: string | null;
  readonly found?: FoundValue;
  /** What belongs there. */
  readonly expected?: string;
  readonly introducedBy?: Introduction;
  readonly recovery?: Recovery;
  /** A failure before, which a Catch took and which led here. */
  readonly earlier?: EarlierFailure;
  readonly redrive: { readonly helps: "yes" | "after a repair" | "no"; readonly why: string };
  /** What a person would do next. */
  readonly next: string;
}

/** The value that was there. */
export interface FoundValue {
  /** How the machine names it: `$states.input.order`, `$.order`. */
  readonly name: string;
  readonly value: Json;
}

/** Who brought the value. */
export interface Introduction {
  /** `null`: the input of the execution. */
  readonly state: string | null;
  readonly event: number;
  /** How it came: as an output, a variable, a result of the task itself, an item of a Map; or it was left out there. */
  readonly as: "input" | "output" | "variable" | "result" | "item" | "dropped";
}

/** What Retry and Catch did, or nearly did. */
export interface Recovery {
  /** Calls of the state that `retrier` stands in, else of the one that failed; the first included. */
  readonly attempts: number;
  /** The retrier that takes the error; its retries were used up. */
  readonly retrier?: { readonly pointer: JsonPointer; readonly maxAttempts: number };
  /** Names in `Retry` and `Catch` that are nearly the error's, or that never take it. */
  readonly nearly: readonly { readonly pointer: JsonPointer; readonly name: string; readonly why: string }[];
}

export interface EarlierFailure {
  readonly state: string;
  readonly event: number;
  readonly error: string | null;
  readonly cause: Json;
}
