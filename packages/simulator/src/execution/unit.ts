import type { Json } from "@statewright/json-types";
import type { ExecutionStatus } from "./execution-status.ts";
import type { PartId } from "./part.ts";

/** A piece of work that takes no time. */
export type Unit =
  | { readonly kind: "enter"; readonly thread: PartId }
  | { readonly kind: "start-task"; readonly thread: PartId; readonly arguments: Json }
  | {
      readonly kind: "start-item";
      readonly container: PartId;
      readonly index: number;
      readonly previous: number;
    }
  | {
      readonly kind: "end-item";
      readonly container: PartId;
      readonly index: number;
      readonly output: Json;
      readonly previous: number;
    }
  | {
      readonly kind: "fail";
      readonly thread: PartId;
      readonly failure: Failure;
    }
  | { readonly kind: "event"; readonly event: ExecutionEvent };

/** Why a state failed: what Retry and Catch match. */
export interface Failure {
  /** Absent for a Fail state or a callback that names none. */
  readonly error?: string;
  readonly cause?: string;
  /** The event that reports it. */
  readonly event: number;
  /** Also matched by `States.HeartbeatTimeout` (R-ERR-15). */
  readonly heartbeat?: true;
  /** A branch of a Parallel failed, or an iteration of a Map: also matched by `States.BranchFailed`. */
  readonly branch?: true;
  /** Neither retried nor caught, anywhere (R-ERR-12, R-ERR-13). */
  readonly terminal?: true;
}

/** What comes from outside; `id` is that of the command it answers. */
export type ExecutionEvent =
  | { readonly kind: "taskTaken"; readonly id: string; readonly workerName?: string }
  | { readonly kind: "taskSubmitted"; readonly id: string; readonly output: Json }
  | { readonly kind: "taskSucceeded"; readonly id: string; readonly result: Json }
  | { readonly kind: "taskFailed"; readonly id: string; readonly error?: string; readonly cause?: string }
  | { readonly kind: "heartbeat"; readonly id: string }
  | { readonly kind: "timer"; readonly id: string }
  | {
      readonly kind: "childFinished";
      readonly id: string;
      readonly status: ExecutionStatus;
      readonly output?: Json;
      readonly error?: string;
      readonly cause?: string;
    }
  | { readonly kind: "resultsWritten"; readonly id: string }
  | { readonly kind: "writeFailed"; readonly id: string; readonly error: string; readonly cause: string }
  | { readonly kind: "itemsRead"; readonly id: string; readonly value: Json; readonly source: string }
  | { readonly kind: "readFailed"; readonly id: string; readonly error: string; readonly cause: string }
  | { readonly kind: "stop"; readonly error?: string; readonly cause?: string };
