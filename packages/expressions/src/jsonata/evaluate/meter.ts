import { failBudget } from "./failure.ts";

/** What one evaluation may take. All of it is counted, never timed, so that a result never depends on the machine. */
export interface Limits {
  /** Items visited, functions called, and a share of what is allocated. */
  readonly steps: number;
  /** The largest single value: 24 a list item, 4 a character, as measured on AWS (R-JA-22). */
  readonly bytes: number;
  /** How many expressions may be at work inside one another. */
  readonly depth: number;
}

export const bytesPerItem = 24;
export const bytesPerCharacter = 4;

/** What a list takes besides its items; with it, `[1..873782]` fits 20 MiB and one more does not (R-JA-22). */
export const bytesPerList = 752;

/** Counts what one evaluation takes and ends it at its limits. */
export class Meter {
  readonly #limits: Limits;
  #steps = 0;
  #depth = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  step(count = 1): void {
    this.#steps += count;
    if (this.#steps > this.#limits.steps) failBudget("time");
  }

  /** A value of about this size is about to be made. */
  allocate(bytes: number): void {
    if (bytes > this.#limits.bytes) failBudget("memory");
    this.step(bytes / 64);
  }

  /** Ends the evaluation if `levels` more expressions would be too many inside one another. */
  reach(levels: number): void {
    if (this.#depth + levels > this.#limits.depth) failBudget("nested calls");
  }

  /** Inside `levels` more expressions from here on. */
  enter(levels: number): void {
    this.reach(levels);
    this.#depth += levels;
  }

  leave(levels: number): void {
    this.#depth -= levels;
  }
}
