/** Random choices that a seed decides: the same seed, the same choices. */
export interface RandomSource {
  /** A whole number from 0 to less than `count`. */
  below(count: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True in about `percent` of a hundred cases. */
  chance(percent: number): boolean;
}

/** Mulberry32: small, fast, and the same on every machine. */
export function randomSource(seed: number): RandomSource {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    pick(items) {
      if (items.length === 0) throw new Error("nothing to pick from");
      return items[below(items.length)] as (typeof items)[number];
    },
    chance: (percent) => next() * 100 < percent,
  };
}
