import type { ArrowExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { numberLiteral, stringLiteral } from "../code/literal.ts";
import { binary } from "../code/operators.ts";
import { codePoints } from "../diagnostics/arrow-diagnostics.ts";
import { once } from "../emit/bind.ts";
import { textValue } from "../emit/results.ts";
import type { Value } from "../value/index.ts";
import type { Invocation } from "./invocation.ts";

function literalBounds(invocation: Invocation): readonly number[] | undefined {
  const bounds = invocation.arguments.map(wholeLiteral);
  return bounds.every((bound) => bound !== undefined) && bounds.length <= 2 ? bounds : undefined;
}

function wholeLiteral(node: ArrowExpression): number | undefined {
  if (node.kind === "unary" && node.operator === "-") {
    const operand = wholeLiteral(node.operand);
    return operand === undefined ? undefined : -operand;
  }
  if (node.kind !== "literal" || typeof node.value !== "number" || !Number.isInteger(node.value))
    return undefined;
  return node.value;
}

/** `text.slice(a, b)` with literal bounds. */
export function sliceOfText(invocation: Invocation, base: Value): Value {
  const { scope, node } = invocation;
  const bounds = literalBounds(invocation);
  if (!bounds) return refused(invocation);
  const [start = 0, end] = bounds;
  scope.session.warn(codePoints, node);
  if (start === 0 && end === undefined) return textValue(base.code);
  if (end === undefined) return textValue(call("substring", base.code, numberLiteral(start)));
  if (end >= 0 === start >= 0) {
    if (end <= start) return textValue(stringLiteral(""));
    if (start >= 0) return textValue(part(base.code, start, numberLiteral(end - start)));
  }
  if (start < 0) return refused(invocation);
  const code = once(scope.session, base.code, "t", (one) => {
    const length = binary("-", call("length", one), numberLiteral(start - end));
    return part(one, start, length);
  });
  return textValue(code);
}

function part(text: Code, start: number, length: Code): Code {
  return call("substring", text, numberLiteral(start), length);
}

function refused(invocation: Invocation): Value {
  const reason = "The bounds in a text have to be literals that count from the same end.";
  return invocation.scope.session.refuse(
    invocation.node,
    reason,
    "Use literal numbers, as in `.slice(0, 3)`.",
  );
}

/** `text.substring(a, b)`: bounds below 0 are 0, and the smaller one is the first. */
export function substringOf(invocation: Invocation): Value {
  const { receiver, scope, node } = invocation;
  const bounds = literalBounds(invocation);
  if (!bounds || bounds.length === 0) return refused(invocation);
  scope.session.warn(codePoints, node);
  const [first = 0, second] = bounds.map((bound) => Math.max(0, bound));
  if (second === undefined) return textValue(call("substring", receiver.code, numberLiteral(first)));
  const [start, end] = first <= second ? [first, second] : [second, first];
  if (start === end) return textValue(stringLiteral(""));
  return textValue(part(receiver.code, start, numberLiteral(end - start)));
}
