import { arrayShape, nullShape, type Shape, stringShape, unionShape } from "@statewright/json-types";
import type { ArrowExpression, CallExpression, RegexExpression } from "../../../ir/arrow.ts";
import { type Code, call, variable } from "../code/code.ts";
import { arrayCode, nullCode } from "../code/constructors.ts";
import { numberLiteral, stringLiteral } from "../code/literal.ts";
import { binary, block, conditional } from "../code/operators.ts";
import { item, step } from "../code/path.ts";
import { once } from "../emit/bind.ts";
import { booleanValue, shapedValue } from "../emit/results.ts";
import type { Scope } from "../emit/session.ts";
import { refusedValue } from "../emit/session.ts";
import { presentText } from "../methods/text-argument.ts";
import type { Value } from "../value/index.ts";
import { matchingPattern, type UsedPattern, usedPattern } from "./regex-argument.ts";

/** A method of a regular expression: `/^[a-z]+$/.test(text)`. */
export function regexCall(node: CallExpression, regex: RegexExpression, scope: Scope): Value {
  const { session } = scope;
  const [text] = node.arguments;
  if (node.method === "exec" && text && text.kind !== "spread") {
    return session.refuse(node, "`exec` remembers where it stopped.", "Use `text.match(/…/)`.");
  }
  if (node.method !== "test" || !text || text.kind === "spread") {
    return session.refuse(
      node,
      `\`${node.method}\` has no counterpart.`,
      "Use `/…/.test(text)` or `text.match(/…/)`.",
    );
  }
  const pattern = usedPattern(regex, scope);
  const value = presentText(text, node, scope);
  if (!pattern) return refusedValue;
  if (pattern.global) {
    return session.refuse(
      regex,
      "With the flag `g`, `test` remembers where it stopped.",
      "Leave the flag `g` out.",
    );
  }
  const found = (one: Code): Code => call("contains", one, pattern.code);
  if (!pattern.nullable) return booleanValue(found(value.code));
  if (!pattern.whole) {
    const reason = "It can match an empty text, where JSONata ends with an error.";
    return session.refuse(regex, reason, "Let it match at least one character, or the whole text: `/^…$/`.");
  }
  if (!new RegExp(regex.source, regex.flags).test("")) return booleanValue(found(value.code));
  const code = once(session, value.code, "t", (one) =>
    binary("or", binary("=", one, stringLiteral("")), found(one)),
  );
  return booleanValue(code);
}

/** What `text.match(/…/)` gives: the match and its groups, or with the flag `g` all matches; null where there are none. */
export function matchOf(text: Code, regex: RegexExpression, scope: Scope): Value {
  const pattern = groupedPattern(regex, scope);
  if (!pattern) return refusedValue;
  const name = scope.session.name("m");
  const m = variable(name);
  const found = pattern.global
    ? call("match", text, pattern.code)
    : item(call("match", text, pattern.code, numberLiteral(1)), 0);
  const parts = [step(m, "match"), ...(pattern.global || pattern.groups === 0 ? [] : [step(m, "groups")])];
  const code = block([[name, found]], conditional(call("exists", m), arrayCode(parts), nullCode));
  return shapedValue(code, unionShape(nullShape, matchShape(pattern)));
}

function matchShape({ global, groups }: UsedPattern): Shape {
  if (global) return arrayShape(stringShape(), { minItems: 1 });
  return arrayShape(stringShape(), { minItems: groups + 1, maxItems: groups + 1 });
}

/** `text.match(/…/)?.[1]`: one group of the first match. */
export function matchedPart(
  text: Code,
  regex: RegexExpression,
  index: number,
  isOptional: boolean,
  scope: Scope,
): Value {
  const pattern = groupedPattern(regex, scope);
  if (!pattern) return refusedValue;
  if (index > pattern.groups) {
    return scope.session.refuse(regex, `It has no group ${index}.`, "Put parentheses round what you take.");
  }
  const found = item(call("match", text, pattern.code, numberLiteral(1)), 0);
  const code = index === 0 ? step(found, "match") : item(step(found, "groups"), index - 1);
  return shapedValue(code, stringShape(), isOptional ? "possible" : "trusted");
}

/** A pattern whose groups are looked at: each has to take part in every match. */
function groupedPattern(regex: RegexExpression, scope: Scope): UsedPattern | undefined {
  const pattern = matchingPattern(regex, scope);
  if (!pattern?.looseGroups) return pattern;
  const reason = "A group of it may take no part in a match, or in several places of it.";
  scope.session.refuse(
    regex,
    reason,
    "Use `(?:…)` for what is only grouped, and match the cases one by one.",
  );
  return undefined;
}

/** `text.split(/…/)`. */
export function splitPattern(regex: RegexExpression, scope: Scope): Code | undefined {
  const pattern = matchingPattern(regex, scope);
  if (!pattern) return undefined;
  if (pattern.groups === 0) return pattern.code;
  const reason = "JavaScript puts the groups between the parts, JSONata does not.";
  scope.session.refuse(regex, reason, "Use `(?:…)` instead of `(…)`.");
  return undefined;
}

/** What a text is replaced by; JavaScript's `$&` and `$1` as JSONata writes them. */
export function replacementCode(
  node: ArrowExpression,
  text: string,
  pattern: UsedPattern,
  scope: Scope,
): Code | undefined {
  const odd = /\$[`'<]/.exec(text);
  if (odd || (pattern.looseGroups && /\$\d/.test(text)) || pattern.groups > 9) {
    const reason = odd
      ? `JSONata has no \`${odd[0]}\` in a replacement.`
      : "A group may take no part in a match.";
    scope.session.refuse(node, reason, "Use `$&` or `$1` of a group that is always there.");
    return undefined;
  }
  const written = text.replaceAll(/\$(\$|&|\d\d?)?/g, (found, what?: string) => {
    if (what === "&") return "$0";
    if (what === undefined || what === "$") return "$$";
    return groupReference(found, what, pattern.groups);
  });
  return stringLiteral(written);
}

/** JSONata reads as many digits as there can be groups: one, for up to nine of them. */
function groupReference(found: string, digits: string, groups: number): string {
  const [first = "", rest = ""] = digits;
  const both = Number(digits);
  if (digits.length === 2 && first === "0" && both >= 1 && both <= groups) return `$${both}`;
  const one = Number(first);
  return one >= 1 && one <= groups ? `$${one}${rest}` : `$${found}`;
}
