import { arrayShape, numberShape } from "@statewright/json-types";
import type { ArrowExpression, CallExpression } from "../../../ir/arrow.ts";
import { call } from "../code/code.ts";
import { sequenceAsArray } from "../code/constructors.ts";
import { shapedValue } from "../emit/results.ts";
import type { Scope } from "../emit/session.ts";
import { canBe, elementPart, isOnly, kinds, scalarKinds, type Value } from "../value/index.ts";

/** Whether a node is `new Set(…)`. */
export function isSet(node: ArrowExpression | undefined): node is CallExpression {
  return node?.kind === "call" && node.method === "new Set" && !node.receiver;
}

/** The different elements of an array, as `[...new Set(xs)]` has them: of scalars, which are compared by value. */
export function distinctElements(node: CallExpression, scope: Scope): Value {
  const { session } = scope;
  const [given] = node.arguments;
  if (!given || given.kind === "spread" || node.arguments.length > 1) {
    return session.refuse(node, "A set is made of an array here.", "Write `new Set(xs)`.");
  }
  const xs = session.emit(given, scope);
  const element = elementPart(xs.shape);
  const isKnown = isOnly(xs, kinds.array) && xs.absent !== "possible" && xs.gaps === undefined;
  if (!isKnown || !isOnly(shapedValue(xs.code, element), scalarKinds)) {
    const reason = canBe(xs, kinds.array)
      ? "Its elements may be objects, which JavaScript tells apart by identity."
      : "It is no array.";
    return session.refuse(given, reason, "Take the field that identifies them: `xs.map((x) => x.id)`.");
  }
  return shapedValue(sequenceAsArray(call("distinct", xs.code), false), arrayShape(element));
}

/** `new Set(xs).size`. */
export function sizeOfSet(node: CallExpression, scope: Scope): Value {
  const distinct = distinctElements(node, scope);
  return shapedValue(
    call("count", distinct.code),
    numberShape({ integer: true, minimum: 0, maximum: 2 ** 32 }),
  );
}
