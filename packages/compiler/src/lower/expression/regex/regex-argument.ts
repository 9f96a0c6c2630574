import type { ArrowExpression, RegexExpression } from "../../../ir/arrow.ts";
import { atom, type Code } from "../code/code.ts";
import { codePoints } from "../diagnostics/arrow-diagnostics.ts";
import type { Scope } from "../emit/session.ts";
import { type Pattern, readPattern } from "./pattern.ts";

/** A regular expression where it is used, as code and as what is known of it. */
export interface UsedPattern extends Pattern {
  readonly code: Code;
  readonly global: boolean;
}

/** The regular expression that a node is. */
export function isRegex(node: ArrowExpression | undefined): node is RegexExpression {
  return node?.kind === "regex";
}

/** Reads a regular expression; refuses it where engines differ in it. */
export function usedPattern(node: RegexExpression, scope: Scope): UsedPattern | undefined {
  const read = readPattern(node.source, node.flags);
  if ("reason" in read) {
    scope.session.refuse(node, read.reason, read.instead);
    return undefined;
  }
  if (read.countsUnits) scope.session.warn(codePoints, node);
  return { ...read, code: atom(read.text), global: node.flags.includes("g") };
}

/** The same for a method that ends the execution where the pattern matches nothing at all (D1004). */
export function matchingPattern(node: RegexExpression, scope: Scope): UsedPattern | undefined {
  const pattern = usedPattern(node, scope);
  if (!pattern?.nullable) return pattern;
  const reason = "It can match an empty text, where JSONata ends with an error.";
  scope.session.refuse(node, reason, "Let it match at least one character: `+` instead of `*`.");
  return undefined;
}
