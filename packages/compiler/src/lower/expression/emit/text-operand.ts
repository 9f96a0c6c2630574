import { numberShape, type Shape, stringShape, unionShape } from "@statewright/json-types";
import type { ArrowExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { arrayCode } from "../code/constructors.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { digitsInText } from "../diagnostics/arrow-diagnostics.ts";
import { canBe, isOnly, kinds, mayBeAbsent, mayBeLong, scalarKinds, type Value } from "../value/index.ts";
import { numberResult } from "./arithmetic.ts";
import { once } from "./bind.ts";
import { literalValue } from "./literal.ts";
import { shapedValue, textValue } from "./results.ts";
import type { Scope, Session } from "./session.ts";

const numberOrText: Shape = unionShape(numberShape(), stringShape());

/**
 * A value as it goes into a text with `&`, which writes text, numbers, booleans and null as JavaScript does.
 *
 * JavaScript writes `undefined` and `[object Object]` where JSONata writes nothing and JSON: refused where
 * it is known, and an error of the execution where it is not.
 */
export function textOperand(node: ArrowExpression, value: Value, session: Session): Code {
  if (value.absent === "possible") {
    return session.refuse(node, "It may be undefined, and a text needs a value.", "Add `?? ''`.").code;
  }
  if (!canBe(value, scalarKinds) && canBe(value, kinds.array | kinds.object)) {
    const instead = "Take one of its fields, or `JSON.stringify(…)`.";
    return session.refuse(node, "An object or an array is no text.", instead).code;
  }
  noteDigits(node, value, session);
  if (isOnly(value, scalarKinds) && !mayBeAbsent(value)) return value.code;
  session.unknown(node);
  return once(session, value.code, "t", (one) => {
    const names = ["string", "number", "boolean", "null"].map(stringLiteral);
    const isText = binary("in", call("type", one), arrayCode(names));
    return conditional(isText, one, session.failure(node, "is no text, number or boolean"));
  });
}

/** Says what JSONata's 15 digits may do to a number that becomes a text. */
export function noteDigits(node: ArrowExpression, value: Value, session: Session): void {
  if (value.fraction) session.warn(digitsInText, node);
  else if (mayBeLong(value.shape)) session.long(node);
}

/** A template literal. */
export function templateValue(node: ArrowExpression & { kind: "template" }, scope: Scope): Value {
  const parts = node.parts.map((part) => {
    if (typeof part === "string") return { code: stringLiteral(part), isText: true };
    const value = scope.session.emit(part, scope);
    return { code: textOperand(part, value, scope.session), isText: isOnly(value, kinds.string) };
  });
  const [first, ...others] = parts;
  if (!first) return literalValue("");
  if (others.length === 0) return textValue(first.isText ? first.code : call("string", first.code));
  return textValue(others.reduce((all, part) => binary("&", all, part.code), first.code));
}

/** `a + b`: a sum where both are numbers, else a text; where that is not known, the expression chooses. */
export function plusValue(node: ArrowExpression & { kind: "binary" }, scope: Scope): Value {
  const { session } = scope;
  const left = session.emit(node.left, scope);
  const right = session.emit(node.right, scope);
  const isNumber = (value: Value): boolean => isOnly(value, kinds.number);
  const isText = (value: Value): boolean => isOnly(value, kinds.string) && !isNumber(value);
  const asText = (l: Value, r: Value): Code =>
    binary("&", textOperand(node.left, l, session), textOperand(node.right, r, session));
  if (isText(left) || isText(right)) return textValue(asText(left, right));
  for (const [operand, value] of [
    [node.left, left],
    [node.right, right],
  ] as const) {
    if (value.absent === "possible") {
      return session.refuse(operand, "It may be undefined, and `+` needs a value.", "Add `?? 0` or `?? ''`.");
    }
    if (!canBe(value, kinds.number | kinds.string) && value.shape.kind !== "never") {
      return session.refuse(
        operand,
        "`+` takes numbers and texts.",
        "Wrap it in `String(…)` or `Number(…)`.",
      );
    }
  }
  if (isNumber(left) && isNumber(right)) return numberResult("+", left, right);
  session.unknown(node);
  const code = once(session, left.code, "l", (l) =>
    once(session, right.code, "r", (r) => {
      const isNumberType = (code: Code): Code => binary("=", call("type", code), stringLiteral("number"));
      const tests = [
        isNumber(left) ? undefined : isNumberType(l),
        isNumber(right) ? undefined : isNumberType(r),
      ];
      const both = tests.filter((test) => test !== undefined).reduce((a, b) => binary("and", a, b));
      return conditional(both, binary("+", l, r), asText({ ...left, code: l }, { ...right, code: r }));
    }),
  );
  return shapedValue(code, numberOrText);
}
