import { bug } from "@statewright/diagnostics";
import type { Draft } from "./draft.ts";
import type { ChildEnd, ChildOutcome, Container, Part, PartId, Thread, Values } from "./part.ts";
import { partOf } from "./parts.ts";

type Changeable<T> = { -readonly [Member in keyof T]: T[Member] };

/** The part itself when this step made it, else a copy that takes its place. */
export function changeThread(draft: Draft, id: PartId): Changeable<Thread> {
  return changePart(draft, id) as Changeable<Thread>;
}

/** The list of what is open is copied as well. */
export function changeContainer(draft: Draft, id: PartId): ChangeableContainer {
  return changePart(draft, id) as ChangeableContainer;
}

interface ChangeableContainer extends Changeable<Omit<Container, "open">> {
  readonly open: number[];
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
  const copy = copyOf(part);
  draft.changed.set(id, copy);
  return copy;
}

/** A copy whose lists can be changed as well. */
export function copyOf(part: Part): Part {
  if (part.kind === "thread") return { ...part };
  if (part.kind === "container") return { ...part, open: part.open.slice() };
  const { values, done, ends } = part;
  if (done === undefined && ends === undefined) return { kind: "values", values: values.slice() };
  return {
    kind: "values",
    values: values.slice(),
    ...(done && { done: done.slice() }),
    ...(ends && { ends: ends.slice() }),
  };
}
