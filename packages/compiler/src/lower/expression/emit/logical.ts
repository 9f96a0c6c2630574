import { join, type Shape } from "@statewright/json-types";
import type { ConditionalExpression, LogicalExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { nullCode } from "../code/constructors.ts";
import { binary, conditional } from "../code/operators.ts";
import {
  anyKind,
  canBe,
  eitherAbsence,
  isOnly,
  kinds,
  marksOf,
  ofKinds,
  type Value,
} from "../value/index.ts";
import { once } from "./bind.ts";
import { narrow } from "./narrow.ts";
import { booleanValue } from "./results.ts";
import type { Scope, Truth } from "./session.ts";
import { constantTruth, truthOf } from "./truth.ts";

/** `a && b`, `a || b`, `a ?? b` as values. */
export function logicalValue(node: LogicalExpression, scope: Scope): Value {
  const left = scope.session.emit(node.left, scope);
  if (node.operator === "??") return coalesced(node, left, scope);
  const isOr = node.operator === "||";
  const right = scope.session.emit(node.right, narrow(node.left, !isOr, scope));
  const bothBoolean = isOnly(left, kinds.boolean) && isOnly(right, kinds.boolean) && right.absent === "never";
  if (bothBoolean && (isOr || left.absent === "never")) {
    return booleanValue(binary(isOr ? "or" : "and", left.code, right.code));
  }
  const fixed = truthOf(scope.session, left).constant;
  if (fixed !== undefined) return fixed === isOr ? left : right;
  const code = once(scope.session, left.code, "t", (one) => {
    const test = truthOf(scope.session, { ...left, code: one }).code;
    return isOr ? conditional(test, one, right.code) : conditional(test, right.code, one);
  });
  const kept = isOr ? withoutNull(left) : left.shape;
  return {
    code,
    shape: join(kept, right.shape),
    absent: isOr ? right.absent : eitherAbsence(left.absent, right.absent),
    ...marksOf(left, right),
  };
}

function withoutNull(value: Value): Shape {
  return value.shape.kind === "unknown" ? value.shape : ofKinds(value.shape, anyKind & ~kinds.null);
}

function coalesced(node: LogicalExpression, left: Value, scope: Scope): Value {
  const mayBeNull = canBe(left, kinds.null);
  if (left.absent === "never" && !mayBeNull) return left;
  const right = scope.session.emit(node.right, scope);
  const code = once(scope.session, left.code, "t", (one) => conditional(isThere(left, one), one, right.code));
  return {
    code,
    shape: join(withoutNull(left), right.shape),
    absent: right.absent,
    ...marksOf(left, right),
  };
}

/** The value is neither undefined nor null. */
export function isThere(value: Value, code: Code): Code {
  const notNull = binary("!=", code, nullCode);
  if (value.absent === "never") return notNull;
  const exists = call("exists", code);
  return canBe(value, kinds.null) ? binary("and", exists, notNull) : exists;
}

/** `a && b`, `a || b` as tests. */
export function logicalTest(node: LogicalExpression, scope: Scope): Truth {
  const isOr = node.operator === "||";
  const left = scope.session.test(node.left, scope);
  if (left.constant === isOr) return constantTruth(isOr);
  const right = scope.session.test(node.right, narrow(node.left, !isOr, scope));
  if (left.constant !== undefined) return right;
  if (right.constant === !isOr) return left;
  return { code: binary(isOr ? "or" : "and", left.code, right.code), mayBeNothing: false, strict: true };
}

/** `test ? a : b`. */
export function conditionalValue(node: ConditionalExpression, scope: Scope): Value {
  const { session } = scope;
  const test = session.test(node.test, scope);
  if (test.constant === true) return session.emit(node.consequent, narrow(node.test, true, scope));
  if (test.constant === false) return session.emit(node.alternate, narrow(node.test, false, scope));
  const yes = session.emit(node.consequent, narrow(node.test, true, scope));
  const isNothing = node.alternate.kind === "undefined";
  const no = session.emit(node.alternate, narrow(node.test, false, scope));
  return {
    code: test.unless
      ? conditional(test.unless, no.code, yes.code)
      : conditional(test.code, yes.code, isNothing ? undefined : no.code),
    shape: join(yes.shape, no.shape),
    absent: eitherAbsence(yes.absent, no.absent),
    ...marksOf(yes, no),
  };
}

/** The same as a test. */
export function conditionalTest(node: ConditionalExpression, scope: Scope): Truth {
  const { session } = scope;
  const test = session.test(node.test, scope);
  const yes = session.test(node.consequent, narrow(node.test, true, scope));
  const no = session.test(node.alternate, narrow(node.test, false, scope));
  if (test.constant !== undefined) return test.constant ? yes : no;
  return {
    code: conditional(test.code, yes.code, no.code),
    mayBeNothing: yes.mayBeNothing || no.mayBeNothing,
    strict: yes.strict && no.strict,
  };
}
