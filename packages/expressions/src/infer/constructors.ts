import {
  arrayShape,
  membersOf,
  type Shape,
  unionOf,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { ArrayExpression } from "../jsonata/operator-expression.ts";
import { elementsOf, type Items, spreadItems } from "./items.ts";
import { strongest, strongestOf } from "./join-values.ts";
import { mayBeMissing, present } from "./presence.ts";
import type { Session } from "./session.ts";
import type { Mark, Place, Value } from "./value.ts";

/** How many elements get a shape of their own. */
const longestTuple = 32;
/** How many objects in a constructor may be missing before it is one array of any of them. */
const mostOptional = 2;

/** What one item of a constructor adds. */
interface Part {
  readonly items: Items;
  /** The elements one by one, if their number is known. */
  readonly each?: readonly Shape[];
  readonly inside: Mark;
}

/** `[a, b]`: arrays are spread, unless they are written as array constructors; nothing adds nothing. */
export function inferArray({ items }: ArrayExpression, place: Place, session: Session): Value {
  const parts = items.map((item): Part => {
    const value = session.infer(item, place);
    return isConstructor(item) ? wholePart(value) : spreadPart(value);
  });
  return { shape: arrayOfParts(parts), inside: strongestOf(parts, "inside") };
}

function isConstructor(item: JsonataExpression): boolean {
  return item.kind === "array" || (item.kind === "postfix" && item.operand.kind === "array");
}

function wholePart({ shape, callable, mark, inside: within }: Value): Part {
  const inside = strongest(mark, within);
  const there = callable === undefined ? present(shape) : unknownShape;
  const certain = callable === undefined && !mayBeMissing(shape);
  return certain
    ? { items: { element: there, least: 1, most: 1 }, each: [there], inside }
    : { items: { element: there, least: 0, most: 1 }, inside };
}

function spreadPart({ shape, callable, inside: mark }: Value): Part {
  const inside = strongest(mark);
  if (callable !== undefined) return { items: spreadItems(unknownShape), inside };
  const items = spreadItems(shape);
  if (shape.kind === "array") {
    const exact = shape.items !== undefined && shape.maxItems === shape.items.length;
    return { items: elementsOf(shape), ...(exact && { each: shape.items }), inside };
  }
  const single = items.least === 1 && items.most === 1 && !isSpread(shape);
  return single ? { items, each: [shape], inside } : { items, inside };
}

/** An array of one element gives that element, which need not be the shape itself. */
function isSpread(shape: Shape): boolean {
  return (
    shape.kind === "array" || (shape.kind === "union" && shape.members.some(({ kind }) => kind === "array"))
  );
}

function arrayOfParts(parts: readonly Part[]): Shape {
  const open = parts.filter(isOptionalObject);
  const [first] = open;
  // With or without an object that may be missing: what they are merged to is another object each time.
  if (first === undefined || open.length > mostOptional) return oneArray(parts);
  const { element } = first.items;
  const there: Part = { items: { element, least: 1, most: 1 }, each: [element], inside: first.inside };
  return unionShape(
    arrayOfParts(parts.map((part) => (part === first ? there : part))),
    arrayOfParts(parts.filter((part) => part !== first)),
  );
}

function isOptionalObject({ items, each }: Part): boolean {
  const objects = membersOf(items.element).every(({ kind }) => kind === "object");
  return each === undefined && items.least === 0 && items.most === 1 && objects;
}

function oneArray(parts: readonly Part[]): Shape {
  const first: Shape[] = [];
  let known = 0;
  for (const { each } of parts) {
    if (each === undefined || first.length + each.length > longestTuple) break;
    first.push(...each);
    known += 1;
  }
  const least = parts.reduce((sum, { items }) => sum + items.least, 0);
  const most = parts.reduce((sum, { items }) => sum + items.most, 0);
  const others = parts.slice(known).map(({ items }) => items.element);
  return arrayShape(unionOf(others.length === 0 ? first : others), {
    items: first,
    minItems: least,
    ...(Number.isFinite(most) && { maxItems: most }),
  });
}
