import type { Json } from "@statewright/json-types";
import { writeJson } from "../../json/json-text.ts";
import { batchOf } from "./map-items.ts";

/** Whichever limit is hit first closes a batch (R-DMAP-08). */
export function batchesOf(
  inputs: readonly Json[],
  shared: Json | undefined,
  most: number,
  bytes: number,
): Json[] {
  const done: Json[] = [];
  const frame = writeJson(batchOf([], shared))?.bytes ?? 0;
  let batch: Json[] = [];
  let size = frame;
  for (const input of inputs) {
    const added = (writeJson(input)?.bytes ?? 0) + 1;
    if (batch.length > 0 && (batch.length >= most || size + added - 1 > bytes)) {
      done.push(batchOf(batch, shared));
      batch = [];
      size = frame;
    }
    batch.push(input);
    size += added;
  }
  if (batch.length > 0) done.push(batchOf(batch, shared));
  return done;
}
