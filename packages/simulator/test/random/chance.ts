import { seededRandom } from "../../src/json/seeded-random.ts";

/** A stream of random choices, the same for the same seed. */
export interface Chance {
  /** True with this probability. */
  readonly often: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** One of the values, each as likely as its weight. */
  readonly weighted: <T>(from: readonly (readonly [number, T])[]) => T;
  readonly shuffled: <T>(from: readonly T[]) => T[];
}

export function chanceOf(seed: number): Chance {
  let draws = 0;
  const next = (): number => {
    draws += 1;
    return seededRandom(seed, draws);
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => from[between(0, from.length - 1)] as T;
  return {
    often: (probability) => next() < probability,
    between,
    pick,
    weighted: (from) => {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(from)[1];
    },
    shuffled: (from) => {
      const rest = [...from];
      return from.flatMap(() => rest.splice(between(0, rest.length - 1), 1));
    },
  };
}
