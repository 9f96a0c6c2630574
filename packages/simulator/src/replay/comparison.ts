import type { Json } from "@statewright/json-types";

/** The first place where a run differs from its recording. */
export interface Difference {
  /** The id of the event; absent where the outcome differs. */
  readonly event?: number;
  /** JSON Pointer into the event (`/details/parameters/amount`) or into the outcome (`/output/total`). */
  readonly path: string;
  /** Absent where nothing was recorded. */
  readonly expected: Json | undefined;
  /** Absent where there is nothing now. */
  readonly actual: Json | undefined;
}

/** Events found equal: exactly, or with a mask in the place of a value that is another one. */
export interface ComparedEvents {
  readonly compared: number;
  readonly masked: number;
}

/** What comparing a run with its recording gives. */
export interface Comparison {
  readonly difference?: Difference;
  readonly events: ComparedEvents;
}

/** Nothing compared yet, and nothing different. */
export const equalEvents: Comparison = Object.freeze({ events: Object.freeze({ compared: 0, masked: 0 }) });
