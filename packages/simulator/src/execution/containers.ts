import type { Json } from "@statewright/json-types";
import { changeValues } from "./change-part.ts";
import type { Draft } from "./draft.ts";
import type { Container, MapItem, PartId, Thread } from "./part.ts";
import { chunkId, chunkLength, itemsId } from "./part-ids.ts";
import { partOf, putPart } from "./parts.ts";

/** Opens a container with room for its results. */
export function openContainer(draft: Draft, container: Container, items?: readonly Json[]): void {
  putPart(draft, container.id, container);
  if (items !== undefined) putPart(draft, itemsId(container.id), { kind: "values", values: items });
  for (let chunk = 0; chunk * chunkLength < container.length; chunk += 1) {
    const length = Math.min(chunkLength, container.length - chunk * chunkLength);
    const values = new Array<Json>(length).fill(null);
    const done = container.type === "MapRun" ? { done: new Array<"">(length).fill("") } : {};
    const ends = container.described?.kept ? { ends: new Array<null>(length).fill(null) } : {};
    putPart(draft, chunkId(container.id, chunk), { kind: "values", values, ...done, ...ends });
  }
}

export function itemAt(draft: Draft, id: PartId, index: number): Json {
  const items = partOf(draft, itemsId(id));
  return items?.kind === "values" ? (items.values[index] ?? null) : null;
}

export function setResult(draft: Draft, id: PartId, index: number, value: Json): void {
  changeValues(draft, chunkId(id, Math.floor(index / chunkLength))).values[index % chunkLength] = value;
}

/** The results in the order of the items (R-PAR-02, R-MAP-06); of a Map Run those that succeeded. */
export function resultsOf(draft: Draft, container: Container): Json[] {
  const results: Json[] = [];
  for (let chunk = 0; chunk * chunkLength < container.length; chunk += 1) {
    const part = partOf(draft, chunkId(container.id, chunk));
    if (part?.kind !== "values") continue;
    const { values, done } = part;
    results.push(...(done === undefined ? values : values.filter((_, at) => done[at] === "succeeded")));
  }
  return results;
}

const noneUsed: readonly number[] = Object.freeze([]);

/** Opens the thread of a branch or an iteration. */
export function openThread(
  draft: Draft,
  owner: Thread,
  container: PartId,
  index: number,
  start: { readonly scope: number; readonly input: Json; readonly last: number; readonly item?: MapItem },
): PartId {
  const id = `${container}/${index}`;
  const item = start.item ?? owner.item;
  const { scope, input, last } = start;
  const { variables } = owner;
  const state = draft.program.scopes[scope]?.startAt ?? "";
  // Written out twice, so that an engine makes each in one piece: members that are added later make all slower.
  const thread: Thread =
    item === undefined
      ? {
          kind: "thread",
          id,
          parent: container,
          index,
          scope,
          phase: "entering",
          state,
          visit: 1,
          input,
          variables,
          last,
          entered: 0,
          enteredAt: draft.now,
          beforeEntered: 0,
          attempt: 0,
          used: noneUsed,
        }
      : {
          kind: "thread",
          id,
          parent: container,
          index,
          scope,
          phase: "entering",
          state,
          visit: 1,
          input,
          variables,
          item,
          last,
          entered: 0,
          enteredAt: draft.now,
          beforeEntered: 0,
          attempt: 0,
          used: noneUsed,
        };
  putPart(draft, id, thread);
  return id;
}
