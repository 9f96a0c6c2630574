import {
  type ArrayShape,
  membersOf,
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

/** What a value adds where arrays are spread: the elements of an array, itself, or nothing. */
export function spreadItems(shape: Shape): Items {
  if (shape.kind === "unknown") return { element: unknownShape, least: 0, most: Number.POSITIVE_INFINITY };
  return eitherItems(membersOf(shape).map(spreadMember));
}

function spreadMember(member: Shape): Items {
  if (member.kind === "array") return elementsOf(member);
  if (member.kind === "missing") return noItems;
  return { element: member, least: 1, most: 1 };
}

export const noItems: Items = Object.freeze({ element: neverShape, least: 0, most: 0 });

/** One of several sequences. */
export function eitherItems(several: readonly Items[]): Items {
  const [first] = several;
  if (first !== undefined && several.length === 1) return first;
  if (first === undefined) return noItems;
  return {
    element: unionShape(...several.map(({ element }) => element)),
    least: Math.min(...several.map(({ least }) => least)),
    most: Math.max(...several.map(({ most }) => most)),
    inside: strongest(...several.map(({ inside }) => inside)),
    absent: several.some(({ absent }) => absent),
  };
}

/** `inner` for each item of `outer`, one after the other. */
export function timesItems(outer: Items, inner: Items): Items {
  return { ...inner, least: times(outer.least, inner.least), most: times(outer.most, inner.most) };
}

function times(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : left * right;
}
