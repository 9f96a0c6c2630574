import {
  arrayShape,
  membersOf,
  nullShape,
  numberShape,
  objectShape,
  type Shape,
  stringShape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { mayBeMissing, present } from "../presence.ts";
import { argument, type BuiltinCall, type BuiltinRule, givesFor } from "./builtin.ts";

const text: BuiltinRule = givesFor(stringShape());

/** Functions on strings. */
export const strings: Readonly<Record<string, BuiltinRule>> = {
  string: givesFor(asText),
  substring: text,
  substringBefore: text,
  substringAfter: text,
  lowercase: text,
  uppercase: text,
  length: givesFor(numberShape({ integer: true, minimum: 0 })),
  trim: text,
  pad: text,
  match: matchItems,
  contains: givesFor({ kind: "boolean" }),
  replace: text,
  split: givesFor(arrayShape(stringShape())),
  join: text,
  formatNumber: text,
  formatBase: text,
  formatInteger: text,
  parseInteger: givesFor(numberShape()),
  base64encode: text,
  base64decode: text,
  encodeUrlComponent: text,
  encodeUrl: text,
  decodeUrlComponent: text,
  decodeUrl: text,
};

/** Strings stay themselves. */
function asText(call: BuiltinCall): Shape {
  const there = present(argument(call, 0));
  if (there.kind === "unknown") return stringShape();
  return membersOf(there).every(({ kind }) => kind === "string") ? there : stringShape();
}

function matchItems(call: BuiltinCall): ReturnType<BuiltinRule> {
  const regular = call.given[1]?.callable?.kind === "matcher";
  // A group that takes no part in a match is nothing, which JSON writes as null.
  const group = unionShape(stringShape(), nullShape);
  const element = regular
    ? objectShape({
        match: stringShape(),
        index: numberShape({ integer: true, minimum: 0 }),
        groups: arrayShape(group),
      })
    : objectShape({
        match: { shape: unknownShape, optional: true },
        index: { shape: unknownShape, optional: true },
        groups: { shape: unknownShape, optional: true },
      });
  const absent = mayBeMissing(argument(call, 0));
  return { element, least: 0, most: Number.POSITIVE_INFINITY, absent };
}
