import type { Draft } from "./draft.ts";
import type { Container, Part, PartId, Thread } from "./part.ts";

/** Reads a part; nothing when it is closed. */
export function partOf(draft: Draft, id: PartId): Part | undefined {
  const changed = draft.changed.get(id);
  if (changed !== undefined || draft.live || draft.changed.has(id)) return changed;
  return Object.hasOwn(draft.base.parts, id) ? draft.base.parts[id] : undefined;
}

export function threadOf(draft: Draft, id: PartId): Thread | undefined {
  const part = partOf(draft, id);
  return part?.kind === "thread" ? part : undefined;
}

export function containerOf(draft: Draft, id: PartId): Container | undefined {
  const part = partOf(draft, id);
  return part?.kind === "container" ? part : undefined;
}

export function putPart(draft: Draft, id: PartId, part: Part): void {
  draft.changed.set(id, part);
}

export function closePart(draft: Draft, id: PartId): void {
  const part = draft.closing && partOf(draft, id);
  if (part !== undefined) draft.closing?.set(id, part);
  if (draft.live) draft.changed.delete(id);
  else draft.changed.set(id, undefined);
}
