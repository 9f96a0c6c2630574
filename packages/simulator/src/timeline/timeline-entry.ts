/** One line of a run as people read it. */
export interface TimelineEntry {
  /** Seconds since the execution started, on its clock. */
  readonly seconds: number;
  /** 0 for the execution's own states, 1 inside a branch or an item, and so on. */
  readonly depth: number;
  /** The branches and items it is inside of, from the outermost. */
  readonly inside: readonly { readonly kind: "branch" | "item"; readonly index: number }[];
  readonly kind: TimelineKind;
  /** Empty for what concerns the whole execution. */
  readonly state: string;
  readonly type?: string;
  /** Seconds since the state was entered. */
  readonly tookSeconds?: number;
  /** JSON text. */
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  /** Where a Choice or a catcher goes. */
  readonly next?: string;
  /** For `retry`: the seconds until the next attempt. */
  readonly retryInSeconds?: number;
  /** For `opened`: how many items or branches there are. */
  readonly length?: number;
}

/**
 * `done`: a state was left; `opened`: a Map or Parallel has started; `failed`: nothing helped; `retry`: it
 * failed and is tried again; `caught`: it failed and goes on elsewhere; `waiting`: nobody called back;
 * `ended`: the execution is over.
 */
export type TimelineKind = "done" | "opened" | "failed" | "retry" | "caught" | "waiting" | "ended";
