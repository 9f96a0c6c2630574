import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { HistoryEvent } from "../execution/history-event.ts";
import type { MapRun } from "../execution/map-run.ts";
import type { ReaderObjects } from "../readers/reader-object.ts";
import type { StartedExecution } from "./clock.ts";
import type { OtherExecutions } from "./other-executions.ts";
import type { SavedRun } from "./saved-run.ts";

/** What an execution did: the document of `simulate --json`. */
export interface Simulation {
  /** AWS's; WAITING: nobody called back; REFUSED: `diagnostics` says why; RUNNING: stopped by `until` or `steps`. */
  readonly status: "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED" | "WAITING" | "REFUSED" | "RUNNING";
  /** The output; stopped at `until`, the input of that state. */
  readonly output: Json | null;
  readonly error: string | null;
  readonly cause: string | null;
  /** The states in the order they were entered. */
  readonly states: readonly string[];
  /** States entered, and retries (R-PRICE-02 without the start; children of a Distributed Map are not in it). */
  readonly transitions: number;
  /**
   * How often each part of the machine was taken, by its pointer: states entered, Choice rules (`…/Choices/0`,
   * `…/Default`), retriers (`…/Retry/0`) and catchers (`…/Catch/0`); children of a Distributed Map included.
   */
  readonly taken: Readonly<Record<JsonPointer, number>>;
  /** On the virtual clock. */
  readonly elapsedSeconds: number;
  /** In the shape of GetExecutionHistory. */
  readonly events: readonly HistoryEvent[];
  /** The Map Runs of Distributed Maps, those of their children included, as DescribeMapRun describes them. */
  readonly mapRuns?: readonly MapRun[];
  /** What result writers wrote, by its address; another run can have it as `readers`. */
  readonly written?: ReaderObjects;
  /** The executions that its tasks started, in that order. */
  readonly executions?: readonly ExecutionOfTask[];
  /** How many child executions of Distributed Maps there were, and executions that tasks started, and what they took. */
  readonly otherExecutions?: readonly OtherExecutions[];
  /** With WAITING: the calls that nobody answered. */
  readonly waiting?: readonly WaitingTask[];
  /** With RUNNING: the run as it stands, as plain JSON; `resume` goes on with it. See also `redrivable`. */
  readonly saved?: SavedRun;
  readonly diagnostics: readonly Diagnostic[];
}

/** An execution that `states:startExecution` started, as it stood when the run ended. */
export type ExecutionOfTask = Readonly<StartedExecution>;

/** A call that waits for an answer. */
export interface WaitingTask {
  readonly state: string;
  readonly pointer: JsonPointer;
  readonly token: string | null;
  readonly arguments: Json;
}
