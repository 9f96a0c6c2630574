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
  const parts: Record<PartId, Part> = Object.assign(
    Object.create(null) as Record<PartId, Part>,
    execution.parts,
  );
  for (const [id, part] of Object.entries(patch.parts)) {
    if (part === null) delete parts[id];
    else parts[id] = part;
  }
  return {
    ...patch.head,
    parts: patch.head.status === "RUNNING" ? parts : (Object.create(null) as Record<PartId, Part>),
  };
}
