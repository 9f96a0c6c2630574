import { numberShape } from "@statewright/json-types";
import type { ArrowExpression } from "../../../ir/arrow.ts";
import { call } from "../code/code.ts";
import { numberOfText } from "../diagnostics/arrow-diagnostics.ts";
import { shapedValue, textValue, truthValue } from "../emit/results.ts";
import type { Scope } from "../emit/session.ts";
import { textOperand } from "../emit/text-operand.ts";
import { canBe, isOnly, kinds, type Value } from "../value/index.ts";
import type { GlobalCall, GlobalLowering } from "./global-call.ts";
import { argumentNode } from "./global-call.ts";

/** A value as the text that JavaScript would write. */
export function textOf(node: ArrowExpression, value: Value, scope: Scope): Value {
  const code = textOperand(node, value, scope.session);
  return textValue(isOnly(value, kinds.string) && value.absent === "never" ? code : call("string", code));
}

function string(invocation: GlobalCall): Value {
  const node = argumentNode(invocation, 0);
  return node
    ? textOf(node, invocation.scope.session.emit(node, invocation.scope), invocation.scope)
    : textValue(call("string"));
}

function number(invocation: GlobalCall): Value {
  const { scope } = invocation;
  const node = argumentNode(invocation, 0);
  if (!node) return scope.session.refuse(invocation.node, "`Number` needs an argument.", "Give it one.");
  const value = scope.session.emit(node, scope);
  if (value.absent === "possible") return scope.session.refuse(node, "It may be undefined.", "Add `?? 0`.");
  if (isOnly(value, kinds.number)) return value;
  if (!canBe(value, kinds.number | kinds.string | kinds.boolean)) {
    return scope.session.refuse(
      node,
      "It is neither a number, nor a text, nor a boolean.",
      "Take one of its fields.",
    );
  }
  if (canBe(value, kinds.string)) scope.session.warn(numberOfText, invocation.node);
  return { ...shapedValue(call("number", value.code), numberShape()), fraction: true };
}

function boolean(invocation: GlobalCall): Value {
  const node = argumentNode(invocation, 0);
  const { session } = invocation.scope;
  if (!node) return session.refuse(invocation.node, "`Boolean` needs an argument.", "Give it one.");
  return truthValue(session.test(node, invocation.scope));
}

export const conversions: Readonly<Record<string, GlobalLowering>> = {
  String: string,
  Number: number,
  Boolean: boolean,
};
