import type { Json } from "@statewright/json-types";

/** A place in an execution: `/Fan#1.0/3` is branch or item 3 of the first visit of "Fan". */
export type PartId = string;

export type Part = Thread | Container | Values;

/** `Map.Item` of the context object (rules 10). */
export interface MapItem {
  readonly Index: number;
  readonly Value: Json;
  readonly Key?: string;
  readonly Source?: string;
}

/** One line of control: the execution itself, a branch, an iteration. */
export interface Thread {
  readonly kind: "thread";
  readonly id: PartId;
  /** The container this is a branch or an iteration of. */
  readonly parent?: PartId;
  readonly index: number;
  readonly scope: number;
  /** What it does: about to enter a state, waiting for a time, a task, its children, the next attempt; or failing. */
  readonly phase: "entering" | "waiting" | "calling" | "submitted" | "inside" | "retrying" | "failing";
  /** It was stopped once before the state it is about to enter, and goes on when it comes to it again. */
  readonly held?: true;
  /** The state it is in or about to enter, and which visit of this thread that is, from 1. */
  readonly state: string;
  readonly visit: number;
  readonly input: Json;
  readonly variables: Readonly<Record<string, Json>>;
  readonly item?: MapItem;
  /** The event that the next one points to. */
  readonly last: number;
  readonly entered: number;
  readonly enteredAt: number;
  /** Where the StateEntered event points to (R-HIST-11). */
  readonly beforeEntered: number;
  /** `State.RetryCount`, and the attempts used by each retrier (R-RETRY-03). */
  readonly attempt: number;
  readonly used: readonly number[];
  readonly timers?: TaskTimers;
}

/** The token of a task that is called, and the seconds after which it has failed. */
export interface TaskTimers {
  readonly token?: string;
  readonly timeoutSeconds?: number;
  readonly heartbeatSeconds?: number;
}

/** A Map or Parallel at work; its items and results are parts of their own. */
export interface Container {
  readonly kind: "container";
  readonly id: PartId;
  readonly thread: PartId;
  readonly type: "Parallel" | "Map" | "MapRun";
  readonly length: number;
  /** The next item to start, and how many run at once at most. */
  readonly next: number;
  readonly limit: number;
  readonly succeeded: number;
  readonly failed: number;
  /** The MapStateStarted or ParallelStateStarted event, and for a Map Run the MapRunStarted event. */
  readonly started: number;
  readonly run?: number;
  /** Branches and iterations that are open; not kept for a Map Run. */
  readonly open: readonly number[];
  /** Keys of the items, when an object is iterated. */
  readonly keys?: readonly string[];
  readonly toleratedCount?: number;
  readonly toleratedPercentage?: number;
  /** A Map Run whose items are being read: what its settings said when it started. */
  readonly reading?: ReadingItems;
  /** Of a Map Run, `Map.Item.Source` of its items. */
  readonly source?: string;
  /** What DescribeMapRun says of a Map Run from its start on. */
  readonly described?: MapRunStart;
  /** Where a Map Run exports its results. */
  readonly destination?: WriterDestination;
  /** Its children have ended and their results are being written; what it fails with then, if it does. */
  readonly writing?: { readonly error?: string; readonly cause?: string };
  /** How a Map Run ended that stays until its state is retried, caught or left. */
  readonly ended?: "SUCCEEDED" | "FAILED";
  /** How often a Map Run was redriven. */
  readonly redrives?: number;
  /** The children that a redrive starts again, and how many of them it has started. */
  readonly again?: readonly number[];
  readonly startedAgain?: number;
}

/** Of a Map Run, when it starts; the time is in milliseconds since 1970. */
export interface MapRunStart {
  readonly mapRunArn: string;
  readonly startTime: number;
  readonly maxConcurrency: number;
  /** A child has a batch of items. */
  readonly batched: boolean;
  /** What each child ended with is kept for the result writer. */
  readonly kept: boolean;
}

/** Where results are exported; `key` is that of the manifest. */
export interface WriterDestination {
  readonly bucket: string;
  readonly key: string;
}

/** The numbers of a Map Run that its items are held against. */
export interface ReadingItems {
  readonly maxItems: number;
  readonly batchItems?: number;
  readonly batchBytes?: number;
}

/** Items, or a stretch of results. In results of a Map Run `done` says which children have ended, and how. */
export interface Values {
  readonly kind: "values";
  readonly values: readonly Json[];
  readonly done?: readonly ("" | ChildOutcome)[];
  /** Where a result writer needs it: when each child ran, and why it failed. */
  readonly ends?: readonly (ChildEnd | null)[];
}

/** How a child of a Map Run ended, as DescribeMapRun counts it (R-DMAP-13). */
export type ChildOutcome = "succeeded" | "failed" | "timedOut" | "aborted";

/** Times in milliseconds since 1970. */
export interface ChildEnd {
  readonly startTime: number;
  /** How often a STANDARD child was redriven; of an EXPRESS one, which redrive of the Map Run started it. */
  readonly redrives?: number;
  readonly stopTime?: number;
  readonly error?: string;
  readonly cause?: string;
}
