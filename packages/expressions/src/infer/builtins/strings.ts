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
import { argument, type Builtin, type BuiltinCall, givesFor } from "./builtin.ts";

const text: Builtin["rule"] = givesFor(stringShape());

/** Functions on strings. */
export const strings: Readonly<Record<string, Builtin>> = {
  string: { signature: "<x-b?:s>", rule: givesFor(asText) },
  substring: { signature: "<s-nn?:s>", rule: text },
  substringBefore: { signature: "<s-s:s>", rule: text },
  substringAfter: { signature: "<s-s:s>", rule: text },
  lowercase: { signature: "<s-:s>", rule: text },
  uppercase: { signature: "<s-:s>", rule: text },
  length: { signature: "<s-:n>", rule: givesFor(numberShape({ integer: true, minimum: 0 })) },
  trim: { signature: "<s-:s>", rule: text },
  pad: { signature: "<s-ns?:s>", rule: text },
  match: { signature: "<s-f<s:o>n?:a<o>>", rule: matchItems },
  contains: { signature: "<s-(sf):b>", rule: givesFor({ kind: "boolean" }) },
  replace: { signature: "<s-(sf)(sf)n?:s>", rule: text },
  split: { signature: "<s-(sf)n?:a<s>>", rule: givesFor(arrayShape(stringShape())) },
  join: { signature: "<a<s>s?:s>", rule: text },
  formatNumber: { signature: "<n-so?:s>", rule: text },
  formatBase: { signature: "<n-n?:s>", rule: text },
  formatInteger: { signature: "<n-s:s>", rule: text },
  parseInteger: { signature: "<s-s:n>", rule: givesFor(numberShape()) },
  base64encode: { signature: "<s-:s>", rule: text },
  base64decode: { signature: "<s-:s>", rule: text },
  encodeUrlComponent: { signature: "<s-:s>", rule: text },
  encodeUrl: { signature: "<s-:s>", rule: text },
  decodeUrlComponent: { signature: "<s-:s>", rule: text },
  decodeUrl: { signature: "<s-:s>", rule: text },
};

/** Strings stay themselves. */
function asText(call: BuiltinCall): Shape {
  const there = present(argument(call, 0));
  return membersOf(there).every(({ kind }) => kind === "string") ? there : stringShape();
}

function matchItems(call: BuiltinCall): ReturnType<Builtin["rule"]> {
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
