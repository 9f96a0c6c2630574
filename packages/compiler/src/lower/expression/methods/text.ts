import { arrayShape, stringShape } from "@statewright/json-types";
import { atom, type Code, call } from "../code/code.ts";
import { numberLiteral, stringLiteral } from "../code/literal.ts";
import { binary } from "../code/operators.ts";
import { codePoints, dollarInReplacement } from "../diagnostics/arrow-diagnostics.ts";
import { once } from "../emit/bind.ts";
import { booleanValue, shapedValue, textValue } from "../emit/results.ts";
import { textOf } from "../globals/conversions.ts";
import { canBe, kinds, type Value } from "../value/index.ts";
import type { Invocation, MethodLowering } from "./invocation.ts";
import { substringOf } from "./text-slices.ts";

/** A method that texts alone have. JSONata's functions end the execution on anything else. */
function onText(lowering: (text: Code, invocation: Invocation) => Value): MethodLowering {
  return (invocation) => {
    const { receiver, node, scope } = invocation;
    if (canBe(receiver, kinds.string) || receiver.shape.kind === "never")
      return lowering(receiver.code, invocation);
    return scope.session.refuse(node, `Only texts have \`${node.method}\`.`, "Wrap it in `String(…)`.");
  };
}

/** The argument as a text; refused where it can be none. */
function textArgument(invocation: Invocation, index: number): Value {
  const { scope, node } = invocation;
  const argument = invocation.arguments[index];
  if (!argument) return scope.session.refuse(node, `\`${node.method}\` needs a text.`, "Give it one.");
  const value = scope.session.emit(argument, scope);
  const isText = canBe(value, kinds.string) || value.shape.kind === "never";
  if (value.absent !== "possible" && isText) return value;
  return scope.session.refuse(
    argument,
    "It has to be a text that is there.",
    "Add `?? ''`, or wrap it in `String(…)`.",
  );
}

const trimmed = (pattern: string): MethodLowering =>
  onText((text) => textValue(call("replace", text, atom(pattern), stringLiteral(""))));

const split: MethodLowering = onText((text, invocation) => {
  const { scope, node } = invocation;
  const separator = textArgument(invocation, 0);
  if (separator.literal === "") scope.session.warn(codePoints, node);
  if (invocation.arguments.length > 1) {
    return scope.session.refuse(node, "`split` takes one argument here.", "Use `.split(…).slice(0, n)`.");
  }
  return shapedValue(call("split", text, separator.code), arrayShape(stringShape()));
});

/** `replace` and `replaceAll` of a text by a text. */
const replacing = (all: boolean): MethodLowering =>
  onText((text, invocation) => {
    const { scope, node } = invocation;
    const [pattern, replacement] = [textArgument(invocation, 0), textArgument(invocation, 1)];
    if (pattern.literal === "") {
      return scope.session.refuse(
        node,
        "JSONata cannot replace an empty text.",
        "Use `+` to put texts together.",
      );
    }
    if (typeof replacement.literal === "string" && replacement.literal.includes("$")) {
      const reason = "A `$` in a replacement is a pattern in JavaScript.";
      return scope.session.refuse(node, reason, "Use `.split(…).join(…)`.");
    }
    if (replacement.literal === undefined) scope.session.warn(dollarInReplacement, node);
    const limit = all ? [] : [numberLiteral(1)];
    return textValue(call("replace", text, pattern.code, replacement.code, ...limit));
  });

const startsWith: MethodLowering = onText((text, invocation) => {
  const start = textArgument(invocation, 0);
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
  const end = textArgument(invocation, 0);
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
    const filling = invocation.arguments[1] ? textArgument(invocation, 1) : undefined;
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

const charAt: MethodLowering = onText((text, invocation) => {
  const { scope, node } = invocation;
  const [position] = invocation.arguments;
  const isLiteral =
    position?.kind === "literal" && typeof position.value === "number" && Number.isInteger(position.value);
  if (!isLiteral || Number(position.value) < 0) {
    return scope.session.refuse(
      node,
      "The position in a text has to be a literal.",
      "Use it as in `.charAt(0)`.",
    );
  }
  scope.session.warn(codePoints, node);
  return textValue(call("substring", text, numberLiteral(Number(position.value)), numberLiteral(1)));
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
  charAt,
  toString: writtenAsText,
};
