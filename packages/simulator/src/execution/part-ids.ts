import type { PartId } from "./part.ts";

/** The part that holds the items of a container. */
export function itemsId(container: PartId): PartId {
  return `${container}!items`;
}

/** Results stand in stretches of this many, so that one result changes one small part. */
export const chunkLength = 128;

export function chunkId(container: PartId, chunk: number): PartId {
  return `${container}!results${chunk}`;
}
