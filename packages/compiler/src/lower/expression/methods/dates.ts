import { numberShape, type Shape } from "@statewright/json-types";
import type { ArrowExpression, CallExpression } from "../../../ir/arrow.ts";
import { type Code, call } from "../code/code.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { dateOfText, distantDate } from "../diagnostics/arrow-diagnostics.ts";
import { once } from "../emit/bind.ts";
import { shapedValue, textValue } from "../emit/results.ts";
import type { Scope } from "../emit/session.ts";
import { canBe, isOnly, kinds, type Value } from "../value/index.ts";
import { truncated } from "./truncated.ts";

const time: Shape = numberShape({ integer: true });

/** Whether a node is `new Date(…)`. */
export function isDate(node: ArrowExpression | undefined): node is CallExpression {
  return node?.kind === "call" && node.method === "new Date" && !node.receiver;
}

/** What is asked of `new Date(…)`: its text or its milliseconds. */
export function dateCall(node: CallExpression, date: CallExpression, scope: Scope): Value {
  const [given, ...others] = date.arguments;
  if (others.length > 0 || given?.kind === "spread") {
    return scope.session.refuse(
      date,
      "JSONata makes no time of its parts.",
      "Give a time in milliseconds or as ISO 8601.",
    );
  }
  switch (node.method) {
    case "toISOString":
    case "toJSON":
      return given ? isoText(node, given, scope) : { ...textValue(call("now")), volatile: true };
    case "getTime":
    case "valueOf":
      if (!given) return { ...shapedValue(call("millis"), time), volatile: true };
      return milliseconds(node, given, scope);
    default:
      return scope.session.refuse(
        node,
        `JSONata has no counterpart of \`${node.method}\`.`,
        "Take a part of its text: `new Date(n).toISOString().slice(0, 10)`.",
      );
  }
}

/** JavaScript takes the whole milliseconds, up to its first and its last moment. */
function milliseconds(node: CallExpression, given: ArrowExpression, scope: Scope): Value {
  const { code, shape, isWhole } = millisOf(node, given, scope);
  if (!isWithin(shape, firstMoment, lastMoment)) scope.session.warn(distantDate, node);
  return shapedValue(isWhole ? code : truncated(code, scope), time);
}

/** `Date.parse(text)`. */
export function parsedDate(node: CallExpression, text: ArrowExpression, scope: Scope): Value {
  return shapedValue(millisOf(node, text, scope).code, time);
}

/** `$fromMillis` writes four digits of a year. */
function isoText(node: CallExpression, given: ArrowExpression, scope: Scope): Value {
  const { code, shape } = millisOf(node, given, scope);
  if (!isWithin(shape, nearest, farthest)) scope.session.warn(distantDate, node);
  return textValue(call("fromMillis", code));
}

/** The years 0 to 9999. */
const nearest = -62_167_219_200_000;
const farthest = 253_402_300_799_999;

/** Of the time itself: 100,000,000 days around 1970. */
const lastMoment = 8_640_000_000_000_000;
const firstMoment = -lastMoment;

function isWithin(shape: Shape, first: number, last: number): boolean {
  if (shape.kind !== "number") return false;
  const [least, most] = [shape.value ?? shape.minimum, shape.value ?? shape.maximum];
  return least !== undefined && most !== undefined && least >= first && most <= last;
}

/** A time in milliseconds; of a text it is said already that it may be none. */
interface Millis {
  readonly code: Code;
  readonly shape: Shape;
  readonly isWhole: boolean;
}

const epoch = numberShape({ integer: true, minimum: 0, maximum: 0 });

function millisOf(node: CallExpression, given: ArrowExpression, scope: Scope): Millis {
  const { session } = scope;
  const value = session.emit(given, scope);
  if (value.absent === "possible") {
    const { code } = session.refuse(given, "It may be undefined, and a date needs a value.", "Add `?? 0`.");
    return { code, shape: epoch, isWhole: true };
  }
  if (!canBe(value, kinds.number | kinds.string)) {
    const reason = "A date is made of milliseconds or of a text.";
    const { code } = session.refuse(given, reason, "Give one of them.");
    return { code, shape: epoch, isWhole: true };
  }
  if (isOnly(value, kinds.number)) {
    const isWhole = value.shape.kind === "number" && value.shape.integer === true;
    return { code: value.code, shape: value.shape, isWhole };
  }
  const known = typeof value.literal === "string" && isoDate.test(value.literal);
  if (!known) session.warn(dateOfText, node);
  if (isOnly(value, kinds.string)) return { code: call("toMillis", value.code), shape: epoch, isWhole: true };
  session.unknown(given);
  const code = once(session, value.code, "t", (one) =>
    conditional(binary("=", call("type", one), stringLiteral("string")), call("toMillis", one), one),
  );
  return { code, shape: value.shape, isWhole: false };
}

/** A moment that all readers of ISO 8601 read alike. */
const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{3})?)?(Z|[+-]\d\d:\d\d))?$/;
