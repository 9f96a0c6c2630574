import {
  type ArrayShape,
  arrayShape,
  membersOf,
  missingShape,
  neverShape,
  type Shape,
  unionOf,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { joinValues, type Mark, strongest, type Value } from "./value.ts";

/** A JSONata sequence before it is unwrapped: between `least` and `most` items. */
export interface Items {
  readonly element: Shape;
  readonly least: number;
  readonly most: number;
  readonly inside?: Mark;
}

/** What a function or a predicate yields before JSONata unwraps sequences. */
export type Result = Value | Items;

export function isItems(result: Result): result is Items {
  return "element" in result;
}

/** No item becomes missing, one becomes itself, more are an array. */
export function unwrapped({ element, least, most }: Items): Shape {
  if (element.kind === "never" || most <= 0) return missingShape;
  return unionShape(
    ...(least <= 0 ? [missingShape] : []),
    ...(least <= 1 ? [element] : []),
    ...(most >= 2 ? [arrayShape(element, { minItems: Math.max(least, 2), ...atMost(most) })] : []),
  );
}

/** `[]`: one item stays an array of one. */
export function kept({ element, least, most }: Items): Shape {
  if (element.kind === "never" || most <= 0) return missingShape;
  const array = arrayShape(element, { minItems: Math.max(least, 1), ...atMost(most) });
  return least <= 0 ? unionShape(array, missingShape) : array;
}

/** The value of a result, unwrapped as at the end of every expression. */
export function toValue(result: Result): Value {
  if (!isItems(result))
    return result.mark === 2 ? { ...result, shape: lastUnwrapped(result.shape), mark: 1 } : result;
  const inside = result.inside ?? 0;
  // The one item of a sequence becomes the value as it is.
  return { shape: unwrapped(result), mark: inside === 2 ? 2 : 1, inside };
}

/** What arrays become that may be sequences which were not unwrapped before. */
function lastUnwrapped(shape: Shape): Shape {
  if (shape.kind === "unknown") return shape;
  return unionOf(
    membersOf(shape).flatMap((member) =>
      member.kind === "array" ? [member, unwrapped(elementsOf(member))] : [member],
    ),
  );
}

/** The value of a result that nothing unwraps: what a callback gives. */
export function asGiven(result: Result): Value {
  if (!isItems(result)) return result;
  const { element, least, most, inside = 0 } = result;
  return { shape: arrayShape(element, { minItems: least, ...atMost(most) }), mark: 2, inside };
}

/** One of several results. */
export function eitherResult(results: readonly Result[]): Result {
  const items = results.filter(isItems);
  if (items.length === results.length && items.length > 0) return eitherItems(items);
  return joinValues(
    ...results.flatMap((result) => (isItems(result) ? [toValue(result), asGiven(result)] : [result])),
  );
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
  };
}

/** `inner` for each item of `outer`, one after the other. */
export function timesItems(outer: Items, inner: Items): Items {
  return { ...inner, least: times(outer.least, inner.least), most: times(outer.most, inner.most) };
}

function times(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : left * right;
}

function atMost(most: number): { readonly maxItems?: number } {
  return Number.isFinite(most) ? { maxItems: most } : {};
}
