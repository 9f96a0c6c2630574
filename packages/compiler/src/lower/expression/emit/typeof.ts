import { stringShape } from "@statewright/json-types";
import type { ArrowExpression, UnaryExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { arrayCode } from "../code/constructors.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { mayBeAbsent, type Value } from "../value/index.ts";
import { once } from "./bind.ts";
import { shapedValue } from "./results.ts";
import type { Scope, Truth } from "./session.ts";
import { constantTruth, not } from "./truth.ts";

const sure = (code: Code): Truth => ({ code, mayBeNothing: false, strict: true });

/** `typeof x === "string"`. */
export function typeofTest(operand: ArrowExpression, name: unknown, negated: boolean, scope: Scope): Truth {
  const value = scope.session.emit(operand, scope);
  const test = typeTest(value, name);
  return negated ? not(test) : test;
}

function typeTest(value: Value, name: unknown): Truth {
  const type = call("type", value.code);
  switch (name) {
    case "string":
    case "number":
    case "boolean":
      return sure(binary("=", type, stringLiteral(name)));
    case "object":
      return sure(binary("in", type, arrayCode(["object", "array", "null"].map(stringLiteral))));
    case "undefined":
      return mayBeAbsent(value) ? not(sure(call("exists", value.code))) : constantTruth(false);
    default:
      return constantTruth(false);
  }
}

/** `typeof x` as a text. */
export function typeofValue(node: UnaryExpression, scope: Scope): Value {
  const value = scope.session.emit(node.operand, scope);
  const code = once(scope.session, value.code, "t", (one) => {
    const compound = binary("in", call("type", one), arrayCode(["array", "null"].map(stringLiteral)));
    const named = conditional(compound, stringLiteral("object"), call("type", one));
    return mayBeAbsent(value) ? conditional(call("exists", one), named, stringLiteral("undefined")) : named;
  });
  return shapedValue(code, stringShape());
}
