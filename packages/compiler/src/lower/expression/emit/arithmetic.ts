import { numberShape, type Shape } from "@statewright/json-types";
import type { ArrowExpression, BinaryExpression, UnaryExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { binary, negative } from "../code/operators.ts";
import { canBe, isWhole, kindNames, kinds, kindsIn, type Value } from "../value/index.ts";
import { literalValue } from "./literal.ts";
import type { Scope, Session } from "./session.ts";

const anyNumber: Shape = numberShape();
const wholeNumber: Shape = numberShape({ integer: true });

/**
 * Makes sure that an operand can be a number, and is there. A value of an unknown type passes: JSONata ends
 * the execution with an error where it is none.
 */
export function numberOperand(node: ArrowExpression, value: Value, session: Session): Code {
  if (value.absent === "possible") {
    return session.refuse(node, "It may be undefined, and this needs a number.", "Add `?? 0`.").code;
  }
  if (!canBe(value, kinds.number) && kindsIn(value) !== 0) {
    const reason = `It is a value of the type ${kindNames(kindsIn(value))}, and this needs a number.`;
    return session.refuse(node, reason, "Wrap it in `Number(…)`.").code;
  }
  return value.code;
}

/** The result of an arithmetic: whole where both operands are and the operator keeps it so. */
export function numberResult(operator: string, left: Value, right: Value, code?: Code): Value {
  const whole = "+-*%".includes(operator) && isWhole(left.shape) && isWhole(right.shape);
  return {
    code: code ?? binary(operator, left.code, right.code),
    shape: whole ? wholeResult(operator, left.shape, right.shape) : anyNumber,
    absent: "never",
    ...(!whole && { fraction: true }),
    ...((left.volatile || right.volatile) && { volatile: true }),
  };
}

/** The bounds of a sum, difference or product of whole numbers that have bounds. */
function wholeResult(operator: string, left: Shape, right: Shape): Shape {
  const [a, b] = [boundsOf(left), boundsOf(right)];
  if (!a || !b || operator === "%") return wholeNumber;
  const results = a.flatMap((x) =>
    b.map((y) => (operator === "*" ? x * y : operator === "+" ? x + y : x - y)),
  );
  return numberShape({ integer: true, minimum: Math.min(...results), maximum: Math.max(...results) });
}

function boundsOf(shape: Shape): readonly [least: number, most: number] | undefined {
  if (shape.kind !== "number") return undefined;
  const [least, most] = [shape.value ?? shape.minimum, shape.value ?? shape.maximum];
  return least === undefined || most === undefined ? undefined : [least, most];
}

/** `- * / % **`. */
export function arithmeticValue(node: BinaryExpression, scope: Scope): Value {
  const { session } = scope;
  const left = session.emit(node.left, scope);
  const right = session.emit(node.right, scope);
  const l = numberOperand(node.left, left, session);
  const r = numberOperand(node.right, right, session);
  const code = node.operator === "**" ? call("power", l, r) : binary(node.operator, l, r);
  return numberResult(node.operator, left, right, code);
}

/** `-x`; a negative literal is a literal. */
export function negativeValue(node: UnaryExpression, scope: Scope): Value {
  if (node.operand.kind === "literal" && typeof node.operand.value === "number") {
    return literalValue(-node.operand.value);
  }
  const value = scope.session.emit(node.operand, scope);
  const code = negative(numberOperand(node.operand, value, scope.session));
  const { fraction: _, ...result } = numberResult("-", value, value, code);
  return value.fraction ? { ...result, fraction: true } : result;
}
