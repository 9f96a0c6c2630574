import { call, levels } from "../code/code.ts";
import { arrayCode, falseCode, nullCode, trueCode } from "../code/constructors.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary } from "../code/operators.ts";
import { canBe, isOnly, kinds, mayBeAbsent, scalarKinds, type Value } from "../value/index.ts";
import { once } from "./bind.ts";
import type { Session, Truth } from "./session.ts";

const compound = kinds.array | kinds.object;

/**
 * The truth of a value as JavaScript sees it.
 *
 * JSONata agrees on text, numbers, booleans, null and undefined; arrays and objects are always true in
 * JavaScript, whatever is in them.
 */
export function truthOf(session: Session, value: Value): Truth {
  const { code } = value;
  if (isOnly(value, scalarKinds)) {
    return { code, mayBeNothing: mayBeAbsent(value), strict: isOnly(value, kinds.boolean) };
  }
  if (isOnly(value, compound)) {
    if (value.absent === "never") return constantTruth(true);
    return { code: call("exists", code), mayBeNothing: false, strict: true };
  }
  if (isOnly(value, compound | kinds.null)) {
    const notNull = binary("!=", code, nullCode);
    const whole = once(session, code, "t", (one) =>
      mayBeAbsent(value) ? binary("and", call("exists", one), binary("!=", one, nullCode)) : notNull,
    );
    return { code: value.absent === "never" ? notNull : whole, mayBeNothing: false, strict: true };
  }
  return { code: once(session, code, "t", anyTruth), mayBeNothing: false, strict: true };
}

function anyTruth(code: Value["code"]): Value["code"] {
  const compounds = arrayCode([stringLiteral("array"), stringLiteral("object")]);
  return binary("or", call("boolean", code), binary("in", call("type", code), compounds));
}

export function constantTruth(value: boolean): Truth {
  return { code: value ? trueCode : falseCode, constant: value, mayBeNothing: false, strict: true };
}

/** The opposite of a test; always `true` or `false`. */
export function not(truth: Truth): Truth {
  if (truth.constant !== undefined) return constantTruth(!truth.constant);
  const operand = truth.mayBeNothing ? definite(truth).code : truth.code;
  const isExists = operand.text.startsWith("$exists(") && operand.level === levels.atom;
  return {
    code: call("not", operand),
    mayBeNothing: false,
    strict: true,
    ...(isExists && { unless: operand }),
  };
}

/** The test as a value that is `true` or `false`, never nothing. */
export function definite(truth: Truth): Truth {
  if (truth.constant !== undefined) return truth;
  if (truth.strict && !truth.mayBeNothing) return truth;
  const boolean = truth.strict ? truth.code : call("boolean", truth.code);
  const code = truth.mayBeNothing ? binary("=", boolean, trueCode) : boolean;
  return { code, mayBeNothing: false, strict: true };
}

/** Whether the value may be null. */
export function canBeNull(value: Value): boolean {
  return canBe(value, kinds.null);
}
