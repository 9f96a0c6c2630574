import { arrayShape, objectShape, stringShape } from "@statewright/json-types";
import type { FunctionExpression, RegexExpression } from "../../../ir/arrow.ts";
import { type Code, call, variable } from "../code/code.ts";
import { numberLiteral } from "../code/literal.ts";
import { lambda } from "../code/operators.ts";
import { item, step } from "../code/path.ts";
import { dollarInReplacement } from "../diagnostics/arrow-diagnostics.ts";
import { withLocal } from "../emit/let.ts";
import { shapedValue, textValue } from "../emit/results.ts";
import { refusedValue } from "../emit/session.ts";
import { replacementCode } from "../regex/pattern-methods.ts";
import { isRegex, matchingPattern, type UsedPattern } from "../regex/regex-argument.ts";
import { canBe, kinds, type Value } from "../value/index.ts";
import type { Invocation } from "./invocation.ts";
import { presentText } from "./text-argument.ts";

/** `replace` and `replaceAll`: of a text by a text, or of a pattern by a text or what a function makes of the match. */
export function replaced(text: Code, invocation: Invocation, all: boolean): Value {
  const { scope, node } = invocation;
  const [sought, replacement] = invocation.arguments;
  if (isRegex(sought)) return replacedPattern(text, sought, invocation, all);
  const pattern = presentText(sought, node, scope);
  if (replacement?.kind === "function") {
    const reason = "JSONata calls a function for the matches of a regular expression only.";
    return scope.session.refuse(replacement, reason, "Write the text as a pattern: `/text/g`.");
  }
  const value = presentText(replacement, node, scope);
  if (pattern.literal === "") {
    return scope.session.refuse(
      node,
      "JSONata cannot replace an empty text.",
      "Use `+` to put texts together.",
    );
  }
  if (typeof value.literal === "string" && value.literal.includes("$")) {
    const reason = "A `$` in a replacement is a pattern in JavaScript.";
    return scope.session.refuse(node, reason, "Use `.split(…).join(…)`.");
  }
  if (value.literal === undefined) scope.session.warn(dollarInReplacement, node);
  return textValue(call("replace", text, pattern.code, value.code, ...limited(all)));
}

/** `$replace` replaces all; JavaScript's `replace` the first, unless a pattern has the flag `g`. */
function limited(all: boolean): readonly Code[] {
  return all ? [] : [numberLiteral(1)];
}

function replacedPattern(text: Code, regex: RegexExpression, invocation: Invocation, all: boolean): Value {
  const { scope } = invocation;
  const pattern = matchingPattern(regex, scope);
  if (!pattern) return refusedValue;
  if (all && !pattern.global) {
    return scope.session.refuse(
      regex,
      "`replaceAll` takes a pattern with the flag `g`.",
      "Add the flag: `/…/g`.",
    );
  }
  const replacement = replacementOf(pattern, invocation);
  if (!replacement) return refusedValue;
  return textValue(call("replace", text, pattern.code, replacement, ...limited(pattern.global)));
}

function replacementOf(pattern: UsedPattern, invocation: Invocation): Code | undefined {
  const { scope, node } = invocation;
  const [, replacement] = invocation.arguments;
  if (replacement?.kind === "function") return replacingFunction(replacement, pattern, invocation);
  const value = presentText(replacement, node, scope);
  if (typeof value.literal === "string" && replacement) {
    return replacementCode(replacement, value.literal, pattern, scope);
  }
  scope.session.warn(dollarInReplacement, node);
  return value.code;
}

/** `(match, first, second) => …`: JSONata's function takes one object with the match and its groups. */
function replacingFunction(
  fn: FunctionExpression,
  pattern: UsedPattern,
  { scope }: Invocation,
): Code | undefined {
  const { session } = scope;
  if (fn.parameters.length > pattern.groups + 1 || (pattern.looseGroups && fn.parameters.length > 1)) {
    const reason = "It is given the match and each group, if every group is in every match.";
    session.refuse(fn, reason, "Take the match alone: `(match) => …`.");
    return undefined;
  }
  const name = session.name("m");
  const match: Value = shapedValue(variable(name), matchShape);
  let inner = { ...scope, inFunction: true };
  for (const [index, parameter] of fn.parameters.entries()) {
    const code = index === 0 ? step(match.code, "match") : item(step(match.code, "groups"), index - 1);
    inner = { ...withLocal(inner, parameter, textValue(code)), inFunction: true };
  }
  const body = session.emit(fn.body, inner);
  if (body.absent !== "never" || !canBe(body, kinds.string)) {
    session.refuse(
      fn.body,
      "What replaces a match has to be a text.",
      "Add `?? ''`, or wrap it in `String(…)`.",
    );
    return undefined;
  }
  return lambda([name], body.code);
}

const matchShape = objectShape(
  {
    match: { shape: stringShape(), optional: false },
    groups: { shape: arrayShape(stringShape()), optional: false },
  },
  { open: true },
);
