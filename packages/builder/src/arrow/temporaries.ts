import type { Names, Slot } from "./names.ts";

/**
 * Reads parts of which at most one is evaluated, such as the two of a condition.
 *
 * Each begins with what the temporaries of compilers hold before it. What a part gives them counts in that part
 * alone: behind it nobody knows whether it was evaluated.
 */
export function branches<T>(names: Names, ...reads: readonly (() => T)[]): T[] {
  const slots = slotsOf(names);
  const before = slots.map((slot) => ({ ...slot }));
  const changed = new Set<Slot>();
  const read = reads.map((one) => {
    const value = one();
    for (const [index, slot] of slots.entries()) {
      if (slot.value === before[index]?.value) continue;
      changed.add(slot);
      Object.assign(slot, { value: undefined, lost: undefined }, before[index]);
    }
    return value;
  });
  for (const slot of changed) Object.assign(slot, { value: undefined, lost: true });
  return read;
}

function slotsOf(names: Names): readonly Slot[] {
  const slots: Slot[] = [];
  for (const binding of names.values()) if (binding.kind === "temporary") slots.push(binding.slot);
  return slots;
}
