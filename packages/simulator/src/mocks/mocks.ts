import type { Json } from "@statewright/json-types";
import type { ReaderObjects } from "../readers/reader-object.ts";

/**
 * What answers the calls of a machine: by state name, else by resource. A list answers one call each, in
 * order (retries and Map items are calls); one object answers every call.
 *
 * A key of `resources` is the `Resource` of the Task, or for `lambda:invoke` also the function it invokes.
 */
export interface Mocks {
  readonly states?: Readonly<Record<string, MockAnswers>>;
  readonly resources?: Readonly<Record<string, MockAnswers>>;
  /**
   * The machines that `states:startExecution` starts, by their ARN or name: files that whoever runs the simulation
   * reads into its `machines`. Their tasks are answered by `states` too, `"<machine>/<state>"` before `"<state>"`.
   */
  readonly machines?: Readonly<Record<string, string>>;
  /** The objects that the readers of Distributed Maps read, by their addresses: `s3://bucket/key`. */
  readonly readers?: ReaderObjects;
}

export type MockAnswers = MockAnswer | readonly MockAnswer[];

/** One answer: a `result`, an `envelope` or an `error`; for a task token also the `callback` that follows. */
export interface MockAnswer {
  /** Answers only calls whose arguments contain this. */
  readonly when?: Json;
  /** What the service answers; for `lambda:invoke` what the function returns. */
  readonly result?: Json;
  /** The whole result, where `lambda:invoke` would put its own envelope around `result`. */
  readonly envelope?: Json;
  readonly error?: string;
  readonly cause?: string;
  /** How long the call takes; by default no time. */
  readonly durationSeconds?: number | Quantiles;
  readonly memoryMB?: number;
  /** What whoever holds the task token sends back, `afterSeconds` later. */
  readonly callback?: { readonly result?: Json; readonly error?: string; readonly cause?: string };
  readonly afterSeconds?: number;
}

/** A duration drawn by the seed: half of the calls take at most `p50` seconds, 95 of 100 at most `p95`. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
}
