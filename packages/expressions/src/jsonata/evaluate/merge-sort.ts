import type { Value } from "./value.ts";

/**
 * Sorts by merging halves: stable, and with the same comparisons as JSONata's, of which an error ends the
 * evaluation. `swaps` tells that `right` comes before `left`.
 */
export function mergeSort(items: readonly Value[], swaps: (left: Value, right: Value) => boolean): Value[] {
  if (items.length <= 1) return items.slice();
  const middle = Math.floor(items.length / 2);
  const left = mergeSort(items.slice(0, middle), swaps);
  const right = mergeSort(items.slice(middle), swaps);
  const merged: Value[] = [];
  let first = 0;
  let second = 0;
  while (first < left.length && second < right.length) {
    if (swaps(left[first], right[second])) {
      merged.push(right[second]);
      second += 1;
    } else {
      merged.push(left[first]);
      first += 1;
    }
  }
  for (; first < left.length; first += 1) merged.push(left[first]);
  for (; second < right.length; second += 1) merged.push(right[second]);
  return merged;
}
