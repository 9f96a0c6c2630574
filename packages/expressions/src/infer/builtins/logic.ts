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
import { type BuiltinCall, type BuiltinRule, givesFor } from "./builtin.ts";

/** Functions on any value. */
export const logic: Readonly<Record<string, BuiltinRule>> = {
  boolean: givesFor(booleanShape()),
  not: givesFor(booleanShape()),
  exists: () => ({ shape: booleanShape() }),
  type: (call) => ({ shape: typesOf(call) }),
  error: () => ({ shape: { kind: "never" } }),
  assert: () => nothingValue,
  clone: ({ given }) => given[0] ?? unknownValue,
  eval: () => unknownValue,
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
