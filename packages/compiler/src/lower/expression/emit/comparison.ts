import type { ArrowExpression, BinaryExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { arrayCode, nullCode } from "../code/constructors.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { isOnly, kindNames, kinds, kindsIn, mayBeAbsent, scalarKinds, type Value } from "../value/index.ts";
import { once } from "./bind.ts";
import { refusedFilled } from "./gaps.ts";
import { memberValue } from "./member.ts";
import type { Scope, Session, Truth } from "./session.ts";
import { constantTruth, not } from "./truth.ts";
import { typeofTest } from "./typeof.ts";

const sure = (code: Code): Truth => ({ code, mayBeNothing: false, strict: true });

/** `=== !== == !=`; `==` only against null. */
export function equalityTest(node: BinaryExpression, scope: Scope): Truth {
  const negated = node.operator === "!==" || node.operator === "!=";
  const loose = node.operator === "==" || node.operator === "!=";
  const [left, right] = isConstant(node.left) ? [node.right, node.left] : [node.left, node.right];
  if (left.kind === "unary" && left.operator === "typeof" && right.kind === "literal") {
    return typeofTest(left.operand, right.value, negated, scope);
  }
  const isNull = right.kind === "literal" && right.value === null;
  if (loose && (isNull || right.kind === "undefined"))
    return nullishTest(scope.session.emit(left, scope), negated, scope);
  if (right.kind === "undefined" || isNull) {
    const value = scope.session.trial(() => scope.session.emit(left, scope));
    if (value?.filled) return sure(refusedFilled(left, scope.session).code);
  }
  if (right.kind === "undefined") return absenceTest(scope.session.emit(left, scope), negated);
  if (loose) {
    const { code } = scope.session.refuse(node, "`==` compares by rules of its own.", "Use `===` or `!==`.");
    return sure(code);
  }
  return sameTest(node, left, right, negated, scope);
}

function isConstant(node: ArrowExpression): boolean {
  return node.kind === "literal" || node.kind === "undefined";
}

/** `x === undefined`. */
function absenceTest(value: Value, negated: boolean): Truth {
  if (value.absent === "never") return constantTruth(negated);
  const exists = sure(call("exists", value.code));
  return negated ? exists : not(exists);
}

/** `x == null`. */
function nullishTest(value: Value, negated: boolean, scope: Scope): Truth {
  const maybeNull = (kindsIn(value) & kinds.null) !== 0;
  if (!maybeNull) return absenceTest(value, negated);
  const code = once(scope.session, value.code, "t", (one) => {
    const compared = binary(negated ? "!=" : "=", one, nullCode);
    if (value.absent === "never") return compared;
    const exists = call("exists", one);
    return negated ? binary("and", exists, compared) : binary("or", call("not", exists), compared);
  });
  return sure(code);
}

/** `a === b`: JSONata compares by value, so one side has to be a scalar; nothing is equal to nothing. */
function sameTest(
  node: BinaryExpression,
  l: ArrowExpression,
  r: ArrowExpression,
  negated: boolean,
  scope: Scope,
): Truth {
  const { session } = scope;
  const left = operandValue(l, isNumber(r, 0), scope);
  const right = operandValue(r, isNumber(l, 0), scope);
  const compound = kinds.array | kinds.object;
  const isScalar = isOnly(left, scalarKinds) || isOnly(right, scalarKinds);
  if (!isScalar && (isOnly(left, compound) || isOnly(right, compound))) {
    const reason = "JavaScript asks whether objects are the same one; JSONata compares what is in them.";
    return sure(session.refuse(node, reason, "Compare a field that identifies them.").code);
  }
  const bothMayBeAbsent = mayBeAbsent(left) && mayBeAbsent(right);
  if (!isScalar) session.unknown(node);
  if (isScalar && !bothMayBeAbsent) {
    if (!negated) return sure(binary("=", left.code, right.code));
    const plain = !mayBeAbsent(left) && !mayBeAbsent(right);
    if (plain) return sure(binary("!=", left.code, right.code));
    return not(sure(binary("=", left.code, right.code)));
  }
  const code = once(session, left.code, "l", (a) =>
    once(session, right.code, "r", (b) => {
      const neither = call("not", binary("or", call("exists", a), call("exists", b)));
      const same = bothMayBeAbsent ? binary("or", binary("=", a, b), neither) : binary("=", a, b);
      if (isScalar) return same;
      const isCompound = (code: Code): Code =>
        binary("in", call("type", code), arrayCode([stringLiteral("array"), stringLiteral("object")]));
      const failure = session.failure(node, "compares objects");
      return conditional(binary("and", isCompound(a), isCompound(b)), failure, same);
    }),
  );
  return negated ? not(sure(code)) : sure(code);
}

/** A length that is asked only whether it is 0 needs no warning: both ways to count agree. */
function operandValue(node: ArrowExpression, asksForNothing: boolean, scope: Scope): Value {
  if (asksForNothing && node.kind === "member" && node.property === "length")
    return memberValue(node, scope, true);
  return scope.session.emit(node, scope);
}

function isNumber(node: ArrowExpression, number: 0 | 1): boolean {
  return node.kind === "literal" && node.value === number;
}

/** `< <= > >=`: JSONata compares two numbers or two texts, and ends with an error on anything else. */
export function orderTest(node: BinaryExpression, scope: Scope): Truth {
  const { session } = scope;
  const { operator } = node;
  const leftIsLess = operator === "<" || operator === ">=";
  const left = operandValue(
    node.left,
    isNumber(node.right, 0) || (leftIsLess && isNumber(node.right, 1)),
    scope,
  );
  const right = operandValue(
    node.right,
    isNumber(node.left, 0) || (!leftIsLess && isNumber(node.left, 1)),
    scope,
  );
  const ordered = kinds.number | kinds.string;
  const common = kindsIn(left) & kindsIn(right) & ordered;
  for (const [operand, value] of [
    [node.left, left],
    [node.right, right],
  ] as const) {
    if (value.absent === "possible") return sure(undefinedOperand(operand, session));
  }
  if (common === 0 && kindsIn(left) !== 0 && kindsIn(right) !== 0) {
    const reason = `JSONata orders two numbers or two texts; these are ${kindNames(kindsIn(left))} and ${kindNames(kindsIn(right))}.`;
    return sure(session.refuse(node, reason, "Convert one with `Number(…)` or `String(…)`.").code);
  }
  const mayBeNothing = mayBeAbsent(left) || mayBeAbsent(right);
  return { code: binary(operator, left.code, right.code), mayBeNothing, strict: true };
}

function undefinedOperand(node: ArrowExpression, session: Session): Code {
  return session.refuse(
    node,
    "It may be undefined, and a comparison needs a value.",
    "Add `?? 0` or `?? ''`.",
  ).code;
}
