import { bug } from "@statewright/diagnostics";
import type { Draft } from "./draft.ts";
import type { ChildEnd, ChildOutcome, Container, Part, PartId, Thread, Values } from "./part.ts";
import { partOf } from "./parts.ts";

type Changeable<T> = { -readonly [Member in keyof T]: T[Member] };

/** The part itself when this step made it, else a copy that takes its place. */
export function changeThread(draft: Draft, id: PartId): Changeable<Thread> {
  return changePart(draft, id) as Changeable<Thread>;
}

export function changeContainer(draft: Draft, id: PartId): Changeable<Container> {
  return changePart(draft, id) as Changeable<Container>;
}

export function changeValues(draft: Draft, id: PartId): ChangeableValues {
  const part = changePart(draft, id) as Values;
  return part as unknown as ChangeableValues;
}

interface ChangeableValues {
  values: Values["values"][number][];
  done?: ("" | ChildOutcome)[];
  ends?: (ChildEnd | null)[];
}

function changePart(draft: Draft, id: PartId): Part {
  const known = draft.changed.get(id);
  if (known !== undefined) return known;
  const part = partOf(draft, id) ?? bug(`no part ${id}`);
  const copy =
    part.kind === "values"
      ? {
          ...part,
          values: [...part.values],
          ...(part.done && { done: [...part.done] }),
          ...(part.ends && { ends: [...part.ends] }),
        }
      : { ...part };
  draft.changed.set(id, copy);
  return copy;
}
