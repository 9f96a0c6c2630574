import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Program } from "../program/program.ts";
import type { Resource } from "../program/resource.ts";
import type { ItemRequest } from "../readers/item-request.ts";
import type { ExecutionIdentity } from "./execution.ts";
import type { ExecutionStatus } from "./execution-status.ts";
import type { MapRun } from "./map-run.ts";

/** What the driver is to do. Ids are made from the place in the execution and stay the same when it resumes. */
export type Command =
  | CallTask
  | StartChild
  | ReadItems
  | WriteObjects
  /** A Map Run has ended so. */
  | { readonly kind: "mapRunEnded"; readonly mapRun: MapRun }
  /** Hand in a `timer` event with this id at `time` (milliseconds). `implicit`: a limit of the service. */
  | { readonly kind: "wakeAt"; readonly id: string; readonly time: number; readonly implicit?: true }
  /** The answer to this call, child or timer is no longer wanted; an id ending in `/` means all below it. */
  | { readonly kind: "cancel"; readonly id: string }
  /** It stands before the state of `until`, which would get `input`. Stepped again with no event, it goes on. */
  | { readonly kind: "held"; readonly input: Json }
  /** There is more to do at this same instant: step again with no event. */
  | { readonly kind: "continue" }
  | Finished;

/** Call this task with these arguments. */
export interface CallTask {
  readonly kind: "callTask";
  readonly id: string;
  readonly state: string;
  readonly pointer: string;
  readonly resource: Resource;
  readonly arguments: Json;
  /** `State.RetryCount`. */
  readonly attempt: number;
  /** For `.waitForTaskToken` and activities. */
  readonly token?: string;
  /** The iteration of the innermost inline Map. */
  readonly index?: number;
  /** In an execution that a task started: the key of its machine. Set by the driver. */
  readonly machine?: string;
}

/** Read what a Distributed Map iterates; the answer is `itemsRead` or `readFailed` with this id. */
export interface ReadItems extends ItemRequest {
  readonly kind: "readItems";
  readonly id: string;
  readonly state: string;
  readonly pointer: string;
}

/** Write the results of a Map Run; the answer is `resultsWritten` or `writeFailed` with this id. */
export interface WriteObjects {
  readonly kind: "writeObjects";
  readonly id: string;
  readonly state: string;
  readonly pointer: string;
  readonly objects: readonly WrittenObject[];
}

/** An object of Amazon S3: its address, `s3://bucket/key`, and its text. */
export interface WrittenObject {
  readonly address: string;
  readonly text: string;
}

/** Run one child execution of a Distributed Map. */
export interface StartChild {
  readonly kind: "startChild";
  readonly id: string;
  readonly program: Program;
  readonly identity: ExecutionIdentity;
}

/** The execution has ended, or was refused. Everything still open is cancelled by it. */
export interface Finished {
  readonly kind: "finished";
  readonly status: ExecutionStatus | "REFUSED";
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly diagnostics: readonly Diagnostic[];
}
