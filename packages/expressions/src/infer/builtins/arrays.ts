import {
  type ArrayShape,
  arrayShape,
  membersOf,
  missingShape,
  type Shape,
  unionOf,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { elementsOf, spreadItems } from "../items.ts";
import { strongest, strongestOf } from "../join-values.ts";
import { mayBeMissing, present } from "../presence.ts";
import { type Result, unwrapped } from "../unwrap.ts";
import type { Mark, Value } from "../value.ts";
import { argument, asArray, type BuiltinCall, type BuiltinRule, callBack, givesFor } from "./builtin.ts";

/** Functions on arrays that take no function, and `$sort`. */
export const arrays: Readonly<Record<string, BuiltinRule>> = {
  append: appended,
  reverse: reordered,
  shuffle: reordered,
  sort: sorted,
  distinct: distinct,
  zip: zipped,
};

function appended(call: BuiltinCall): Result {
  const inside = marksInside(call.given);
  const left = argument(call, 0);
  const right = argument(call, 1);
  const parts: Shape[] = [];
  if (mayBeMissing(left)) parts.push(right);
  if (mayBeMissing(right)) parts.push(left);
  const first = present(left);
  const second = present(right);
  if (first.kind !== "never" && second.kind !== "never") parts.push(concatenated(first, second));
  return {
    shape: unionShape(...parts),
    mark: parts.length > 1 ? strongestOf(call.given, "mark") : 0,
    inside,
  };
}

function concatenated(left: Shape, right: Shape): Shape {
  const one = spreadItems(left);
  const other = spreadItems(right);
  const most = one.most + other.most;
  const exact = tupleOf(left);
  const then = tupleOf(right);
  return arrayShape(unionShape(one.element, other.element), {
    minItems: one.least + other.least,
    ...(Number.isFinite(most) && { maxItems: most }),
    ...(exact && then && { items: [...exact, ...then] }),
  });
}

function tupleOf(shape: Shape): readonly Shape[] | undefined {
  if (shape.kind === "unknown" || shape.kind === "union") return undefined;
  if (shape.kind !== "array") return [shape];
  if (shape.maxItems === 0) return [];
  return shape.items !== undefined && shape.items.length === shape.maxItems ? shape.items : undefined;
}

/** The same elements in another order. */
function reordered({ given }: BuiltinCall): Value {
  const [value] = given;
  const shape = value === undefined ? missingShape : value.shape;
  return {
    shape: mapArrays(shape, withoutOrder),
    mark: strongest(1, value?.mark),
    inside: marksInside(given),
  };
}

function sorted(call: BuiltinCall): Value {
  const { element } = spreadItems(argument(call, 0));
  const inside = marksInside(call.given);
  const item: Value = { shape: element, mark: inside, inside };
  if (element.kind !== "never" && call.given.length > 1) callBack(call, call.given[1], [item, item]);
  return reordered(call);
}

function withoutOrder(array: ArrayShape): Shape {
  const { element, least, most } = elementsOf(array);
  return arrayShape(element, { minItems: least, ...(Number.isFinite(most) && { maxItems: most }) });
}

function mapArrays(shape: Shape, change: (array: ArrayShape) => Shape): Shape {
  return unionOf(membersOf(shape).map((member) => (member.kind === "array" ? change(member) : member)));
}

/** Equal elements go. If the array is a sequence and one element is left, it is unwrapped. */
function distinct(call: BuiltinCall): Value {
  const [value] = call.given;
  const mark = strongest(value?.mark);
  const shape = unionOf(
    membersOf(argument(call, 0)).flatMap((member) => {
      if (member.kind !== "array") return [member];
      const { element, least, most } = elementsOf(member);
      const fewer = { element, least: Math.min(least, 1), most };
      const array = arrayShape(element, {
        minItems: fewer.least,
        ...(Number.isFinite(most) && { maxItems: most }),
      });
      return mark > 0 ? [array, unwrapped({ ...fewer, least: Math.max(fewer.least, 1) })] : [array];
    }),
  );
  return { shape, mark, inside: marksInside(call.given) };
}

function zipped(call: BuiltinCall): Value {
  const several = call.given.map((_, index) => asArray(argument(call, index)));
  const items = several.map((shape) => spreadItems(shape).element);
  const missing = several.some((shape) => present(shape).kind === "never");
  const sizes = several.map((shape) => spreadItems(shape));
  const least = Math.min(...sizes.map((size) => size.least), Number.POSITIVE_INFINITY);
  const most = Math.min(...sizes.map((size) => size.most), Number.POSITIVE_INFINITY);
  if (missing || several.length === 0 || items.some(({ kind }) => kind === "never"))
    return { shape: arrayShape({ kind: "never" }, { maxItems: 0 }) };
  const tuple = arrayShape(unionOf(items), { items, minItems: items.length, maxItems: items.length });
  const shape = arrayShape(tuple, { minItems: least, ...(Number.isFinite(most) && { maxItems: most }) });
  return { shape, inside: marksInside(call.given) };
}

/** Whether arrays in the elements may carry marks. */
export function marksInside(given: readonly Value[]): Mark {
  return strongestOf(given, "inside");
}

/** `$partition`: parts of at most so many elements. */
export const partitioned: BuiltinRule = givesFor((call) => {
  const { element } = spreadItems(argument(call, 0));
  return arrayShape(arrayShape(element.kind === "never" ? unknownShape : element, { minItems: 1 }));
});
