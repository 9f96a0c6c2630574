import type { Execution } from "./execution.ts";
import type { HistoryEvent } from "./history-event.ts";
import type { Part, PartId } from "./part.ts";

/** The change of one step, so that a store need not write the whole execution. */
export interface Patch {
  /** All members but `parts`, which are small. */
  readonly head: Omit<Execution, "parts">;
  /** Changed parts by id; null where a part is closed. */
  readonly parts: Readonly<Record<PartId, Part | null>>;
  /** The events that were added to the history. */
  readonly events: readonly HistoryEvent[];
}

/** The execution that a patch leads to: `applyPatch(before, step.patch)` equals `step.execution`. */
export function applyPatch(execution: Execution, patch: Patch): Execution {
  const parts = Object.create(null) as Record<PartId, Part>;
  if (patch.head.status !== "RUNNING") return { ...patch.head, parts };
  for (const id in execution.parts) {
    if (!Object.hasOwn(patch.parts, id)) parts[id] = execution.parts[id] as Part;
  }
  for (const id in patch.parts) {
    const part = patch.parts[id];
    if (part !== null && part !== undefined) parts[id] = part;
  }
  return { ...patch.head, parts };
}
