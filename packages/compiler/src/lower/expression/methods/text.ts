import { arrayShape, stringShape } from "@statewright/json-types";
import { atom, type Code, call, levels, operand } from "../code/code.ts";
import { arrayCode } from "../code/constructors.ts";
import { numberLiteral, stringLiteral } from "../code/literal.ts";
import { binary, lambda } from "../code/operators.ts";
import { codePoints } from "../diagnostics/arrow-diagnostics.ts";
import { numberOperand } from "../emit/arithmetic.ts";
import { once } from "../emit/bind.ts";
import { booleanValue, shapedValue, textValue } from "../emit/results.ts";
import { refusedValue } from "../emit/session.ts";
import { textOf } from "../globals/conversions.ts";
import { matchOf, splitPattern } from "../regex/pattern-methods.ts";
import { isRegex } from "../regex/regex-argument.ts";
import { canBe, kinds, type Value } from "../value/index.ts";
import type { Invocation, MethodLowering } from "./invocation.ts";
import { replaced } from "./replacing.ts";
import { presentText } from "./text-argument.ts";
import { characterAt, substringOf, wholeLiteral } from "./text-slices.ts";

/** A method that texts alone have. JSONata's functions end the execution on anything else. */
function onText(lowering: (text: Code, invocation: Invocation) => Value): MethodLowering {
  return (invocation) => {
    const { receiver, node, scope } = invocation;
    if (canBe(receiver, kinds.string) || receiver.shape.kind === "never")
      return lowering(receiver.code, invocation);
    return scope.session.refuse(node, `Only texts have \`${node.method}\`.`, "Wrap it in `String(…)`.");
  };
}

const trimmed = (pattern: string): MethodLowering =>
  onText((text) => textValue(call("replace", text, atom(pattern), stringLiteral(""))));

const split: MethodLowering = onText((text, invocation) => {
  const { scope, node } = invocation;
  const [separator, limitNode] = invocation.arguments;
  const shape = arrayShape(stringShape());
  const limit = limitNode && wholeLiteral(limitNode);
  if (limitNode && (limit === undefined || limit < 0)) {
    return scope.session.refuse(
      limitNode,
      "The number of parts has to be a literal.",
      "Use `.split(…).slice(0, n)`.",
    );
  }
  const most = limit === undefined ? [] : [numberLiteral(limit)];
  if (isRegex(separator)) {
    const pattern = splitPattern(separator, scope);
    return pattern ? shapedValue(call("split", text, pattern, ...most), shape) : refusedValue;
  }
  const value = presentText(separator, node, scope);
  if (value.literal === "") scope.session.warn(codePoints, node);
  return shapedValue(call("split", text, value.code, ...most), shape);
});

/** `match`; a text that is looked for is a pattern in JavaScript. */
const match: MethodLowering = onText((text, { scope, node, arguments: [pattern] }) => {
  if (isRegex(pattern)) return matchOf(text, pattern, scope);
  return scope.session.refuse(node, "The pattern has to be written out.", "Give it one: `.match(/[a-z]+/)`.");
});

const replacing = (all: boolean): MethodLowering =>
  onText((text, invocation) => replaced(text, invocation, all));

/** `repeat`: as often as a range has numbers. */
const repeat: MethodLowering = onText((text, { scope, node, arguments: [count] }) => {
  const { session } = scope;
  if (!count) return session.refuse(node, "`repeat` needs a number.", "Give it one.");
  const times = session.emit(count, scope);
  if (typeof times.literal === "number" && (times.literal < 0 || !Number.isInteger(times.literal))) {
    return session.refuse(count, "A text is repeated a whole number of times.", "Give a whole number.");
  }
  const number = numberOperand(count, times, session);
  const range = arrayCode([atom(`1..${operand(number, levels.path)}`)]);
  const name = session.name("n");
  const code = once(session, text, "t", (one) =>
    call("join", arrayCode([call("map", range, lambda([name], one))]), stringLiteral("")),
  );
  return textValue(code);
});

const startsWith: MethodLowering = onText((text, invocation) => {
  const start = presentText(invocation.arguments[0], invocation.node, invocation.scope);
  const { session } = invocation.scope;
  if (typeof start.literal === "string") {
    const length = numberLiteral([...start.literal].length);
    return booleanValue(binary("=", call("substring", text, numberLiteral(0), length), start.code));
  }
  const code = once(session, start.code, "w", (w) =>
    binary("=", call("substring", text, numberLiteral(0), call("length", w)), w),
  );
  return booleanValue(code);
});

const endsWith: MethodLowering = onText((text, invocation) => {
  const end = presentText(invocation.arguments[0], invocation.node, invocation.scope);
  const { session } = invocation.scope;
  if (typeof end.literal === "string" && end.literal !== "") {
    const length = numberLiteral(-[...end.literal].length);
    return booleanValue(binary("=", call("substring", text, length), end.code));
  }
  const code = once(session, end.code, "w", (w) => {
    const length = call("length", w);
    const minus: Code = { text: `-${length.text}`, level: 70, repeatable: false, operator: "-" };
    const isEnd = binary("=", call("substring", text, minus), w);
    return binary("or", binary("=", w, stringLiteral("")), isEnd);
  });
  return booleanValue(code);
});

const padded = (sign: 1 | -1): MethodLowering =>
  onText((text, invocation) => {
    const { scope, node } = invocation;
    const [width] = invocation.arguments;
    const filling = invocation.arguments[1] ? presentText(invocation.arguments[1], node, scope) : undefined;
    const isLiteral =
      width?.kind === "literal" && typeof width.value === "number" && Number.isInteger(width.value);
    if (!isLiteral || Number(width.value) < 0 || filling?.literal === "") {
      const reason = "The width has to be a literal number, and the filling must not be empty.";
      return scope.session.refuse(node, reason, "Use it as in `.padStart(5, '0')`.");
    }
    scope.session.warn(codePoints, node);
    const parameters = filling ? [filling.code] : [];
    return textValue(call("pad", text, numberLiteral(sign * Number(width.value)), ...parameters));
  });

const writtenAsText: MethodLowering = ({ receiver, node, scope }) => textOf(node, receiver, scope);

export const textMethods: Readonly<Record<string, MethodLowering>> = {
  toUpperCase: onText((text) => textValue(call("uppercase", text))),
  toLowerCase: onText((text) => textValue(call("lowercase", text))),
  trim: trimmed("/^\\s+|\\s+$/"),
  trimStart: trimmed("/^\\s+/"),
  trimEnd: trimmed("/\\s+$/"),
  substring: onText((_text, invocation) => substringOf(invocation)),
  split,
  replace: replacing(false),
  replaceAll: replacing(true),
  startsWith,
  endsWith,
  padStart: padded(-1),
  padEnd: padded(1),
  charAt: onText((_text, invocation) => characterAt(invocation)),
  match,
  repeat,
  toString: writtenAsText,
};
