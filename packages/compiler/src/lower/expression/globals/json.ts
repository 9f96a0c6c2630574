import { numberShape, stringShape, unknownShape } from "@statewright/json-types";
import { call } from "../code/code.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { digitsInText } from "../diagnostics/arrow-diagnostics.ts";
import { once } from "../emit/bind.ts";
import { shapedValue, textValue } from "../emit/results.ts";
import { canBe, kinds, mayBeLong } from "../value/index.ts";
import { argumentNode, type GlobalLowering } from "./global-call.ts";

/** `$string` writes JSON for everything but a text. */
const stringify: GlobalLowering = (invocation) => {
  const { scope, node } = invocation;
  const { session } = scope;
  const argument = argumentNode(invocation, 0);
  if (!argument || invocation.arguments.length > 1) {
    return session.refuse(node, "`JSON.stringify` takes one value here.", "Leave the indent out.");
  }
  const value = session.emit(argument, scope);
  if (value.absent === "possible") return session.refuse(argument, "It may be undefined.", "Add `?? null`.");
  if (!canBe(value, ~kinds.string)) {
    return session.refuse(
      argument,
      "`$string` writes no quotes round a text.",
      "Put it into an array or an object.",
    );
  }
  if (value.fraction) session.warn(digitsInText, argument);
  else if (mayBeLong(value.shape, true)) session.long(argument);
  if (!canBe(value, kinds.string)) return textValue(call("string", value.code));
  session.unknown(argument);
  const code = once(session, value.code, "t", (one) => {
    const isText = binary("=", call("type", one), stringLiteral("string"));
    return conditional(isText, session.failure(argument, "is a text"), call("string", one));
  });
  return textValue(code);
};

const parse: GlobalLowering = (invocation) => {
  const { scope, node } = invocation;
  const argument = argumentNode(invocation, 0);
  if (!argument) return scope.session.refuse(node, "`JSON.parse` needs a text.", "Give it one.");
  const value = scope.session.emit(argument, scope);
  if (value.absent === "possible" || !canBe(value, kinds.string)) {
    return scope.session.refuse(argument, "It has to be a text that is there.", "Add `?? 'null'`.");
  }
  return shapedValue(call("parse", value.code), unknownShape, "never");
};

export const jsonFunctions: Readonly<Record<string, GlobalLowering>> = {
  "JSON.stringify": stringify,
  "JSON.parse": parse,
  "crypto.randomUUID": () => ({ ...shapedValue(call("uuid"), stringShape()), volatile: true }),
  "Date.now": () => ({ ...shapedValue(call("millis"), numberShape({ integer: true })), volatile: true }),
};
