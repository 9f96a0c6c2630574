import {
  arrayShape,
  filterMembers,
  membersOf,
  neverShape,
  type Shape,
  stringShape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { childrenOf } from "../jsonata/children.ts";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { PathExpression } from "../jsonata/path-expression.ts";
import { anyItems, eitherItems, elementsOf, type Items } from "./items.ts";
import { strongest } from "./join-values.ts";
import { within } from "./place.ts";
import { orMissing, present } from "./presence.ts";
import type { Mark, Place, Value } from "./value.ts";

/** The items that the steps so far gave: exactly one, or a number of them; and whether there may be none. */
export interface Stream {
  /** Never if there is not exactly one. */
  readonly one: Shape;
  readonly many: Items | undefined;
  readonly inside: Mark;
}

/** How a path ends: values as they are, and items to be unwrapped. */
export interface Ending {
  plain: Shape;
  items: Items[];
  mark: Mark;
  /** `[]` may make an array of nothing: a predicate held for nothing at all. */
  hollow: boolean;
}

/** What a path starts from: its context, or each element of it. */
export function startOf(path: PathExpression, { context }: Place): Stream {
  const { shape } = context.value;
  const inside = strongest(context.value.inside);
  if (context.document || path.steps[0]?.node.kind === "variable")
    return { one: context.value.callable === undefined ? shape : unknownShape, many: undefined, inside };
  if (shape.kind === "unknown" || context.value.callable !== undefined)
    return { one: unknownShape, many: anyItems, inside };
  const arrays = membersOf(shape).filter((member) => member.kind === "array");
  return {
    one: filterMembers(shape, (member) => member.kind !== "array"),
    many: arrays.length === 0 ? undefined : eitherItems(arrays.map(elementsOf)),
    inside,
  };
}

/**
 * An array constructor as first step is not repeated for a context; an empty array is what the path gives. What a
 * predicate behind it leaves and is no array has no items in JSONata 2.0.6, but for the characters of a string;
 * that it has itself is allowed too, as people expect.
 */
export function afterConstructor(made: Value, ending: Ending): Stream {
  const several: Items[] = [];
  for (const member of membersOf(made.shape)) {
    if (member.kind === "array") {
      const items = elementsOf(member);
      if (items.most > 0) several.push({ ...items, least: Math.max(items.least, 1) });
      if (items.least === 0) ending.plain = unionShape(ending.plain, arrayShape(neverShape, { maxItems: 0 }));
    } else {
      ends(ending);
      const characters = member.kind === "string" || member.kind === "unknown";
      several.push({ element: itemIn(member), least: 0, most: characters ? Number.POSITIVE_INFINITY : 1 });
    }
  }
  return { one: neverShape, many: either(several), inside: strongest(made.inside) };
}

function itemIn(member: Shape): Shape {
  if (member.kind === "missing") return neverShape;
  return member.kind === "string" ? stringShape() : member;
}

/**
 * Where an array constructor as first step is evaluated: it sees the items of the context as an array, which tells
 * only `*` from the context itself.
 */
export function constructing(made: JsonataExpression, place: Place): Place {
  if (!readsMembers(made)) return place;
  const { value, document } = place.context;
  if (value.callable !== undefined || value.shape.kind === "unknown") return place;
  const items = membersOf(value.shape).map((member) =>
    member.kind === "array" && !document ? member : arrayShape(present(member), { maxItems: 1 }),
  );
  return within(place, { ...value, shape: unionShape(...items) });
}

function readsMembers(expression: JsonataExpression): boolean {
  const pending = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "wildcard" || node.kind === "descendants") return true;
    for (const { expression: child, ownContext } of childrenOf(node)) if (!ownContext) pending.push(child);
  }
  return false;
}

/** One of several sequences, if there are any. */
export function either(several: readonly Items[]): Items | undefined {
  return several.length === 0 ? undefined : eitherItems(several);
}

/** Notes that a path may end with nothing. */
export function ends(ending: Ending): void {
  ending.plain = orMissing(ending.plain);
}
