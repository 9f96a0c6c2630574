import {
  booleanShape,
  membersOf,
  missingShape,
  type Shape,
  stringShape,
  unionShape,
} from "@statewright/json-types";
import { nothingValue, unknownValue } from "../join-values.ts";
import { mayBeMissing } from "../presence.ts";
import { type Builtin, type BuiltinCall, givesFor } from "./builtin.ts";

/** Functions on any value. */
export const logic: Readonly<Record<string, Builtin>> = {
  boolean: { signature: "<x-:b>", rule: givesFor(booleanShape()) },
  not: { signature: "<x-:b>", rule: givesFor(booleanShape()) },
  exists: { signature: "<x:b>", rule: () => ({ shape: booleanShape() }) },
  type: { signature: "<x:s>", rule: (call) => ({ shape: typesOf(call) }) },
  error: { signature: "<s?:x>", rule: () => ({ shape: { kind: "never" } }) },
  assert: { signature: "<bs?:x>", rule: () => nothingValue },
  clone: { signature: "<(oa)-:o>", rule: ({ given }) => given[0] ?? unknownValue },
  eval: { signature: "<sx?:x>", only: "plain", rule: () => unknownValue },
};

const types = ["string", "number", "boolean", "null", "array", "object"];

function typesOf({ given }: BuiltinCall): Shape {
  const value = given[0] ?? nothingValue;
  const { shape, callable } = value;
  const kinds =
    shape.kind === "unknown"
      ? types
      : membersOf(shape)
          .map(({ kind }) => kind)
          .filter((kind) => kind !== "missing");
  const all = callable === undefined ? kinds : [...kinds, "function"];
  return unionShape(
    ...all.map((kind) => stringShape({ value: kind })),
    ...(mayBeMissing(shape) ? [missingShape] : []),
  );
}
