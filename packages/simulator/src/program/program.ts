import type { StatePlan } from "./plan.ts";

/** A machine compiled once, to be run any number of times. Immutable plain data. */
export interface Program {
  /** A hash of the definition: an execution goes on only with the program it began with. */
  readonly definition: string;
  /** The machine's own states at 0, then those of branches and inline processors. */
  readonly scopes: readonly ScopePlan[];
  /** The processors of Distributed Maps, which child executions run. */
  readonly children: readonly Program[];
  /** Top-level `TimeoutSeconds`. */
  readonly timeoutSeconds?: number;
}

/** The states of one `States` object. */
export interface ScopePlan {
  readonly startAt: string;
  readonly states: Readonly<Record<string, StatePlan>>;
}
