import {
  membersOf,
  missingShape,
  neverShape,
  objectShape,
  type Shape,
  stringShape,
  unionOf,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { eitherItems, elementsOf, type Items, noItems, spreadItems, timesItems } from "../items.ts";
import { nothingValue, strongest } from "../join-values.ts";
import { mergeAll, mergeShapes } from "../merge-shapes.ts";
import { mayBeMissing, present } from "../presence.ts";
import { lookUpField } from "../read-field.ts";
import { asGiven, eitherResult, isItems, type Result } from "../unwrap.ts";
import type { Mark, Value } from "../value.ts";
import { marksInside } from "./arrays.ts";
import { argument, type BuiltinCall, type BuiltinRule, callBack } from "./builtin.ts";

/** Functions on objects. */
export const objects: Readonly<Record<string, BuiltinRule>> = {
  keys: (call) => keysOf(argument(call, 0)),
  lookup: lookedUp,
  spread: spread,
  merge: merged,
  each: each,
  sift: sifted,
};

function keysOf(shape: Shape): Items {
  if (shape.kind === "unknown") return anyKeys;
  return eitherItems(
    membersOf(shape).map((member) => {
      if (member.kind === "array") {
        const { element, least, most } = keysOf(elementsOf(member).element);
        return {
          element,
          least: elementsOf(member).least > 0 ? Math.min(least, 1) : 0,
          most: most === 0 ? 0 : Number.POSITIVE_INFINITY,
        };
      }
      return member.kind === "object" ? ownKeys(member) : noItems;
    }),
  );
}

const anyKeys: Items = { element: stringShape(), least: 0, most: Number.POSITIVE_INFINITY };

function ownKeys({ fields, open }: Extract<Shape, { kind: "object" }>): Items {
  const names = Object.keys(fields);
  const least = names.filter((name) => fields[name]?.optional === false).length;
  if (open) return { ...anyKeys, least };
  return { element: unionOf(names.map((value) => stringShape({ value }))), least, most: names.length };
}

function lookedUp(call: BuiltinCall): Result {
  const inside = strongest(call.given[0]?.inside);
  const shape = argument(call, 0);
  const key = argument(call, 1);
  const names = membersOf(present(key)).map((member) =>
    member.kind === "string" ? member.value : undefined,
  );
  const marked = (value: Shape): Value => ({ shape: value, mark: strongest(1, inside), inside });
  if (names.includes(undefined)) return marked(anyField(shape));
  const read = names.flatMap((name) => lookUpField(shape, name ?? ""));
  return eitherResult([
    ...read.map((result) =>
      isItems(result) ? { ...result, inside } : { ...result, mark: strongest(result.mark, inside), inside },
    ),
    ...(mayBeMissing(key) ? [nothingValue] : []),
  ]);
}

/** A field whose name is not known. */
function anyField(shape: Shape): Shape {
  if (shape.kind === "unknown") return unknownShape;
  return unionShape(
    missingShape,
    ...membersOf(shape).flatMap((member) => {
      if (member.kind === "array") return [unknownShape];
      if (member.kind !== "object") return [];
      if (member.open && member.rest === undefined) return [unknownShape];
      return [...Object.values(member.fields).map((field) => field.shape), member.rest ?? neverShape];
    }),
  );
}

function spread(call: BuiltinCall): Result {
  const inside = marksInside(call.given);
  return eitherResult(
    membersOf(argument(call, 0)).map((member): Result => {
      if (member.kind !== "object" && member.kind !== "array") return { shape: member };
      const items = { ...singles(member, 0), inside };
      if (member.kind === "object") return items;
      // What is spread out of an array is an array even if it is one or none, but for an empty one.
      const array = asGiven(items).shape;
      return { shape: member.minItems === 0 ? unionShape(array, missingShape) : array, mark: 1, inside };
    }),
  );
}

function singles(shape: Shape, depth: number): Items {
  if (shape.kind === "unknown" || depth > 12) return spreadItems(unknownShape);
  return eitherItems(
    membersOf(shape).map((member) => {
      if (member.kind === "array") {
        const elements = elementsOf(member);
        return timesItems(elements, singles(elements.element, depth + 1));
      }
      if (member.kind !== "object") return spreadItems(member);
      if (member.open)
        return { element: objectShape({}, { open: true }), least: 0, most: Number.POSITIVE_INFINITY };
      const entries = Object.entries(member.fields);
      return {
        element: unionOf(entries.map(([name, field]) => objectShape({ [name]: field.shape }))),
        least: entries.filter(([, field]) => !field.optional).length,
        most: entries.length,
      };
    }),
  );
}

function merged(call: BuiltinCall): Value {
  const shape = argument(call, 0);
  const parts = membersOf(shape).map((member): Shape => {
    if (member.kind !== "array") return member.kind === "missing" ? member : unknownShape;
    const items = member.items ?? [];
    const start = items.reduce<Shape>(mergeShapes, objectShape({}));
    if (member.maxItems === items.length) return start;
    return mergeShapes(start, mergeAll(member.element, Math.max(member.minItems - items.length, 0)));
  });
  return { shape: unionShape(...parts), inside: marksInside(call.given) };
}

/** What a callback is given of one field: the value, the name, the object. */
function fieldArguments({ given }: BuiltinCall, name: string | undefined, shape: Shape): readonly Value[] {
  const inside = marksInside(given);
  return [
    { shape, mark: inside, inside },
    { shape: name === undefined ? stringShape() : stringShape({ value: name }) },
    given[0] ?? nothingValue,
  ];
}

interface Entry {
  readonly name: string | undefined;
  readonly shape: Shape;
  readonly optional: boolean;
}

/** The fields of an object one by one; more than so many are taken together. */
const mostEntries = 12;

function entriesOf({ fields, open, rest }: Extract<Shape, { kind: "object" }>): readonly Entry[] {
  const listed = Object.entries(fields).filter(([, { shape }]) => shape.kind !== "never");
  const others = open ? [{ name: undefined, shape: rest ?? unknownShape, optional: true }] : [];
  if (listed.length <= mostEntries)
    return [...listed.map(([name, { shape, optional }]) => ({ name, shape, optional })), ...others];
  const together = unionOf(listed.map(([, { shape }]) => shape));
  return [{ name: undefined, shape: together, optional: true }, ...others];
}

function each(call: BuiltinCall): Result {
  const shape = argument(call, 0);
  if (shape.kind === "unknown") {
    const value = callBack(call, call.given[1], fieldArguments(call, undefined, unknownShape));
    return {
      element: elementFrom(value),
      least: 0,
      most: Number.POSITIVE_INFINITY,
      inside: strongest(value.mark, value.inside),
    };
  }
  let inside: Mark = 0;
  const several = membersOf(shape).map((member): Items => {
    if (member.kind !== "object") return noItems;
    const entries = entriesOf(member).map((entry) => {
      const value = callBack(call, call.given[1], fieldArguments(call, entry.name, entry.shape));
      inside = strongest(inside, value.mark, value.inside);
      return { value, certain: !entry.optional && !mayBeMissing(value.shape), one: entry.name !== undefined };
    });
    return {
      element: unionOf(entries.map(({ value }) => elementFrom(value))),
      least: entries.filter(({ certain }) => certain).length,
      most: entries.every(({ one }) => one) ? entries.length : Number.POSITIVE_INFINITY,
    };
  });
  return { ...eitherItems(several), inside };
}

function elementFrom(value: Value): Shape {
  return value.callable === undefined ? present(value.shape) : unknownShape;
}

/** The fields for which the function holds; nothing if none is left. */
function sifted(call: BuiltinCall): Value {
  const shape = argument(call, 0);
  if (shape.kind === "unknown") {
    callBack(call, call.given[1], fieldArguments(call, undefined, unknownShape));
    return { shape: unionShape(objectShape({}, { open: true }), missingShape) };
  }
  const parts = membersOf(shape).map((member) => {
    if (member.kind !== "object") return missingShape;
    for (const entry of entriesOf(member))
      callBack(call, call.given[1], fieldArguments(call, entry.name, entry.shape));
    const fields = Object.entries(member.fields).map(
      ([name, field]) => [name, { ...field, optional: true }] as const,
    );
    return objectShape(Object.fromEntries(fields), {
      open: member.open,
      ...(member.rest !== undefined && { rest: member.rest }),
    });
  });
  return { shape: unionShape(...parts, missingShape), inside: marksInside(call.given) };
}
