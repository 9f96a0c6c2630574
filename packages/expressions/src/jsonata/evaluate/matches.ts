import { applyFunction } from "./apply.ts";
import { fail } from "./failure.ts";
import { isFields } from "./fields.ts";
import { type CallSite, FunctionValue } from "./function-value.ts";
import type { Fields, Value } from "./value.ts";

/** What a matcher (a regular expression, or any function of the like) gives for one match. */
export interface MatchFields extends Fields {
  match: Value;
  start: Value;
  end: Value;
  groups: Value;
  next: Value;
}

/** The first match of `matcher` in `text`. */
export function firstMatch(matcher: Value, text: string, site: CallSite): MatchFields | undefined {
  return checked(applyFunction(matcher, [text], { ...site, input: null }), site);
}

/** The match after this one. */
export function nextMatch(match: MatchFields, site: CallSite): MatchFields | undefined {
  return checked(applyFunction(match.next, [undefined], { ...site, input: null }), site);
}

function checked(result: Value, site: CallSite): MatchFields | undefined {
  if (result === undefined) return undefined;
  const looksRight =
    isFields(result) &&
    (typeof result.start === "number" ||
      Array.isArray(result.groups) ||
      result.next instanceof FunctionValue);
  return looksRight ? (result as MatchFields) : fail("T1010", {}, site.span);
}
