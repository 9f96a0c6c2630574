import {
  booleanShape,
  membersOf,
  missingShape,
  type Shape,
  stringShape,
  unionShape,
} from "@statewright/json-types";
import { parseJsonata } from "../../jsonata/parse.ts";
import { hasConstructorStep } from "../constructor-step.ts";
import { nothingValue, unknownValue } from "../join-values.ts";
import { mayBeMissing } from "../presence.ts";
import { muted } from "../session.ts";
import type { Value } from "../value.ts";
import { argument, type BuiltinCall, type BuiltinRule, givesFor } from "./builtin.ts";

/** Functions on any value. */
export const logic: Readonly<Record<string, BuiltinRule>> = {
  boolean: givesFor(booleanShape()),
  not: givesFor(booleanShape()),
  exists: () => ({ shape: booleanShape() }),
  type: (call) => ({ shape: typesOf(call) }),
  error: () => ({ shape: { kind: "never" } }),
  assert: () => nothingValue,
  clone: ({ given }) => given[0] ?? unknownValue,
  eval: evaluated,
};

/** `$eval`: a text that is known is followed where it is called, with the context that it is given. */
function evaluated(call: BuiltinCall): Value {
  const { session, place, given } = call;
  const text = argument(call, 0);
  if (text.kind !== "string" || text.value === undefined) return unknownValue;
  const { expression, problems } = parseJsonata(text.value, { dialect: "plain" });
  if (problems.length > 0 || hasConstructorStep(expression)) return unknownValue;
  const [, value = unknownValue] = given;
  if (value.callable === undefined && mayBeMissing(value.shape)) return unknownValue;
  // Without a context of its own it has that of the call, which a callback has not.
  const inside = { ...place, context: { value, document: true } };
  // What is found in the text has no place in the expression.
  return muted(session, () => session.infer(expression, inside));
}

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
