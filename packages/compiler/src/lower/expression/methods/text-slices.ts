import { stringShape } from "@statewright/json-types";
import type { ArrowExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { arrayCode } from "../code/constructors.ts";
import { numberLiteral, stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { codePoints } from "../diagnostics/arrow-diagnostics.ts";
import { numberOperand } from "../emit/arithmetic.ts";
import { once } from "../emit/bind.ts";
import { shapedValue, textValue } from "../emit/results.ts";
import type { Scope } from "../emit/session.ts";
import { isNotNegative, isWhole, type Value } from "../value/index.ts";
import type { Invocation } from "./invocation.ts";
import { truncated } from "./truncated.ts";

/** A position in a text or an array: known, or computed, then without its fraction. */
export interface Position {
  readonly literal?: number;
  readonly code: Code;
  readonly isNotNegative: boolean;
}

/** A whole number that is written out. */
export function wholeLiteral(node: ArrowExpression): number | undefined {
  if (node.kind === "unary" && node.operator === "-") {
    const operand = wholeLiteral(node.operand);
    return operand === undefined ? undefined : -operand;
  }
  if (node.kind !== "literal" || typeof node.value !== "number" || !Number.isInteger(node.value))
    return undefined;
  return node.value;
}

/** An argument as a position. */
export function position(node: ArrowExpression, value: Value, scope: Scope): Position {
  const number = numberOperand(node, value, scope.session);
  if (typeof value.literal === "number") {
    const literal = Math.trunc(value.literal);
    return { literal, code: { ...numberLiteral(literal), repeatable: true }, isNotNegative: literal >= 0 };
  }
  const code = isWhole(value.shape) ? number : truncated(number, scope);
  return { code, isNotNegative: isNotNegative(value.shape) };
}

/** `text.slice(a, b)`: negative bounds count from the end. */
export function sliceOfText(
  base: Value,
  bounds: readonly Position[],
  node: ArrowExpression,
  scope: Scope,
): Value {
  scope.session.warn(codePoints, node);
  const [start, end] = bounds;
  if (!start || (start.literal === 0 && !end)) return textValue(base.code);
  const [a, b] = [start.literal, end?.literal];
  if (a !== undefined && !end) return textValue(call("substring", base.code, numberLiteral(a)));
  if (a !== undefined && b !== undefined && a >= 0 === b >= 0) {
    if (b <= a) return textValue(stringLiteral(""));
    if (a >= 0) return textValue(part(base.code, numberLiteral(a), numberLiteral(b - a)));
  }
  const code = once(scope.session, base.code, "t", (text) => {
    if (a !== undefined && b !== undefined && a >= 0) {
      return part(text, numberLiteral(a), binary("-", call("length", text), numberLiteral(a - b)));
    }
    return fromBound(start, text, scope, (from) =>
      end
        ? fromBound(end, text, scope, (to) => part(text, from, binary("-", to, from)))
        : call("substring", text, from),
    );
  });
  return textValue(code);
}

/** A bound counted from the start. */
function fromBound(bound: Position, text: Code, scope: Scope, use: (code: Code) => Code): Code {
  const { session } = scope;
  if (bound.isNotNegative) return once(session, bound.code, "n", use);
  const length = call("length", text);
  const notBelow = (n: Code): Code => call("max", arrayCode([numberLiteral(0), n]));
  const counted =
    bound.literal === undefined
      ? once(session, bound.code, "n", (n) =>
          conditional(binary("<", n, numberLiteral(0)), notBelow(binary("+", length, n)), n),
        )
      : notBelow(binary("-", length, numberLiteral(-bound.literal)));
  return once(session, counted, "from", use);
}

function part(text: Code, start: Code, length: Code): Code {
  return call("substring", text, start, length);
}

function positions(invocation: Invocation): readonly Position[] {
  const { scope } = invocation;
  return invocation.arguments.map((node) => position(node, scope.session.emit(node, scope), scope));
}

/** `text.substring(a, b)`: bounds below 0 are 0, and the smaller one is the first. */
export function substringOf(invocation: Invocation): Value {
  const { receiver, scope, node } = invocation;
  const { session } = scope;
  const [first, second] = positions(invocation);
  if (!first) return session.refuse(node, "`substring` needs a position.", "Use `.substring(0, 3)`.");
  session.warn(codePoints, node);
  const bounds = [first, second].map((bound) => bound?.literal && Math.max(0, bound.literal));
  const [a, b] = first.literal === undefined ? [] : [Math.max(0, first.literal), bounds[1]];
  if (a !== undefined && !second) return textValue(call("substring", receiver.code, numberLiteral(a)));
  if (a !== undefined && second?.literal !== undefined) {
    const other = b ?? 0;
    if (a === other) return textValue(stringLiteral(""));
    const length = numberLiteral(Math.abs(other - a));
    return textValue(part(receiver.code, numberLiteral(Math.min(a, other)), length));
  }
  const start = atLeastZero(first);
  if (!second) return textValue(call("substring", receiver.code, start));
  const code = once(session, start, "from", (from) =>
    once(session, atLeastZero(second), "to", (to) => {
      const smaller = conditional(binary("<", from, to), from, to);
      return part(receiver.code, smaller, call("abs", binary("-", to, from)));
    }),
  );
  return textValue(code);
}

function atLeastZero({ code, literal, isNotNegative: isFit }: Position): Code {
  if (literal !== undefined) return numberLiteral(Math.max(0, literal));
  return isFit ? code : call("max", arrayCode([numberLiteral(0), code]));
}

/** `text.charAt(n)`: nothing there is an empty text. */
export function characterAt(invocation: Invocation): Value {
  const { receiver, scope, node } = invocation;
  const [at] = positions(invocation);
  scope.session.warn(codePoints, node);
  if (!at) return textValue(part(receiver.code, numberLiteral(0), numberLiteral(1)));
  if (at.literal !== undefined && at.literal < 0) return textValue(stringLiteral(""));
  const one = (n: Code): Code => part(receiver.code, n, numberLiteral(1));
  if (at.isNotNegative) return textValue(one(at.code));
  const code = once(scope.session, at.code, "n", (n) =>
    conditional(binary(">=", n, numberLiteral(0)), one(n), stringLiteral("")),
  );
  return textValue(code);
}

/** `text.at(n)`, and with `fromStart` `text[n]`: nothing there is undefined. */
export function characterIfThere(
  base: Value,
  at: Position,
  node: ArrowExpression,
  fromStart: boolean,
  scope: Scope,
): Value {
  const { session } = scope;
  session.warn(codePoints, node);
  const code = once(session, base.code, "t", (text) =>
    once(session, at.code, "n", (n) => {
      const tests = isThereTests(at, n, call("length", text), fromStart);
      return conditional(
        tests.reduce((all, test) => binary("and", all, test)),
        part(text, n, numberLiteral(1)),
      );
    }),
  );
  return shapedValue(code, stringShape(), "possible");
}

function isThereTests(at: Position, n: Code, length: Code, fromStart: boolean): Code[] {
  if (at.literal !== undefined) {
    return [binary(">", length, numberLiteral(at.literal < 0 ? -at.literal - 1 : at.literal))];
  }
  const below = binary("<", n, length);
  if (at.isNotNegative) return [below];
  const least = fromStart ? numberLiteral(0) : binary("-", numberLiteral(0), length);
  return [below, binary(">=", n, least)];
}
