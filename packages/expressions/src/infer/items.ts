import {
  type ArrayShape,
  neverShape,
  type Shape,
  unionOf,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { strongest } from "./join-values.ts";
import type { Mark } from "./value.ts";

/** A JSONata sequence before it is unwrapped: between `least` and `most` items. */
export interface Items {
  readonly element: Shape;
  readonly least: number;
  readonly most: number;
  readonly inside?: Mark;
  /** There may be no sequence at all, not even an empty one. */
  readonly absent?: boolean;
}

/** The elements of an array. */
export function elementsOf(array: ArrayShape): Items {
  const items = array.items ?? [];
  const most = array.maxItems ?? Number.POSITIVE_INFINITY;
  const element = unionOf(most > items.length ? [...items, array.element] : items);
  const empty = element.kind === "never";
  return { element, least: empty ? 0 : array.minItems, most: empty ? 0 : most };
}

/** Any number of items of which nothing is known. */
export const anyItems: Items = Object.freeze({
  element: unknownShape,
  least: 0,
  most: Number.POSITIVE_INFINITY,
});

/** What a value adds where arrays are spread: the elements of an array, itself, or nothing. */
export function spreadItems(shape: Shape): Items {
  if (shape.kind === "unknown") return anyItems;
  if (shape.kind === "never") return noItems;
  return shape.kind === "union" ? eitherItems(shape.members.map(spreadMember)) : spreadMember(shape);
}

function spreadMember(member: Shape): Items {
  if (member.kind === "array") return elementsOf(member);
  if (member.kind === "missing") return noItems;
  return { element: member, least: 1, most: 1 };
}

export const noItems: Items = Object.freeze({ element: neverShape, least: 0, most: 0 });

/** One of several sequences. */
export function eitherItems(several: readonly Items[]): Items {
  const first = several[0];
  if (first === undefined) return noItems;
  if (several.length === 1) return first;
  let { element, least, most, inside = 0, absent = false } = first;
  for (let index = 1; index < several.length; index += 1) {
    const other = several[index] ?? first;
    element = unionShape(element, other.element);
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
    inside = strongest(inside, other.inside);
    absent ||= other.absent === true;
  }
  return { element, least, most, inside, absent };
}

/** `inner` for each item of `outer`, one after the other. */
export function timesItems(outer: Items, inner: Items): Items {
  const least = times(outer.least, inner.least);
  const most = times(outer.most, inner.most);
  return least === inner.least && most === inner.most ? inner : { ...inner, least, most };
}

function times(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : left * right;
}
