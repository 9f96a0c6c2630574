import {
  arrayShape,
  membersOf,
  missingShape,
  neverShape,
  type Shape,
  unionOf,
  unionShape,
} from "@statewright/json-types";
import { eitherItems, elementsOf, type Items } from "./items.ts";
import { joinValues } from "./join-values.ts";
import { mayHoldArrays, orMissing } from "./presence.ts";
import type { Value } from "./value.ts";

/** What a function or a predicate yields before JSONata unwraps sequences. */
export type Result = Value | Items;

export function isItems(result: Result): result is Items {
  return "element" in result;
}

/** No item becomes missing, one becomes itself, more are an array. */
export function unwrapped({ element, least, most }: Items): Shape {
  if (element.kind === "never" || most <= 0) return missingShape;
  if (element.kind === "unknown" && least <= 1) return element;
  const one = least <= 0 ? orMissing(element) : least <= 1 ? element : neverShape;
  if (most < 2) return one;
  return unionShape(one, arrayShape(element, { minItems: Math.max(least, 2), ...atMost(most) }));
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
  if (!mayHoldArrays(shape)) return shape;
  return unionOf(
    membersOf(shape).flatMap((member) =>
      member.kind === "array" ? [member, unwrapped(elementsOf(member))] : [member],
    ),
  );
}

/** The value of a result that nothing unwraps: what a callback gives. */
export function asGiven(result: Result): Value {
  if (!isItems(result)) return result;
  const { element, least, most, inside = 0, absent } = result;
  const array = arrayShape(element, { minItems: absent ? 0 : least, ...atMost(most) });
  return { shape: absent ? unionShape(array, missingShape) : array, mark: 2, inside };
}

/** One of several results. */
export function eitherResult(results: readonly Result[]): Result {
  const items = results.filter(isItems);
  if (items.length === results.length && items.length > 0) return eitherItems(items);
  return joinValues(
    ...results.flatMap((result) => (isItems(result) ? [toValue(result), asGiven(result)] : [result])),
  );
}

function atMost(most: number): { readonly maxItems?: number } {
  return Number.isFinite(most) ? { maxItems: most } : {};
}
