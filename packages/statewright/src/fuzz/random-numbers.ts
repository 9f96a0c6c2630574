import type { RandomNumbers } from "@statewright/json-types";

/** The random numbers of the `run`-th run under a seed: the same for the same two, on every computer (mulberry32). */
export function randomNumbers(seed: number, run: number): RandomNumbers {
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
