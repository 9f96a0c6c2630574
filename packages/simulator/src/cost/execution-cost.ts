import type { JsonPointer } from "@statewright/diagnostics";

/** What a count of transitions holds besides the states that were entered (R-PRICE-02). */
export interface CostRule {
  /** Whether the start of an execution is a transition; by default it is. */
  readonly starts?: boolean;
  /** Whether each retry is one; by default it is. */
  readonly retries?: boolean;
}

/** What one execution is billed for, whatever a transition or a GB-second costs. */
export interface ExecutionCost {
  readonly rule: Required<CostRule>;
  /** Started as STANDARD. */
  readonly standard: ExecutionUse;
  /** The same run started as EXPRESS. */
  readonly express: ExecutionUse;
  /** What each state adds to the transitions, the most first; children of Distributed Maps are in it. */
  readonly states: readonly StateUse[];
}

/** What is billed: transitions of STANDARD executions, requests and durations of EXPRESS ones. */
export interface ExecutionUse {
  readonly transitions: number;
  /** Starts among the transitions. */
  readonly starts: number;
  /** Retries among the transitions; those of executions that tasks started are not told apart. */
  readonly retries: number;
  /** EXPRESS executions. */
  readonly requests: number;
  /** How long they took together, each rounded up to 100 ms. */
  readonly billedMilliseconds: number;
}

/** What a state adds to the transitions of a run. */
export interface StateUse {
  readonly state: string;
  readonly pointer: JsonPointer;
  readonly entered: number;
  readonly retries: number;
}
