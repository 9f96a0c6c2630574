import { applyFunction } from "../../evaluate/apply.ts";
import { fail } from "../../evaluate/failure.ts";
import type { CallSite } from "../../evaluate/function-value.ts";
import { firstMatch, type MatchFields, nextMatch } from "../../evaluate/matches.ts";
import { bytesPerCharacter } from "../../evaluate/meter.ts";
import type { Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";
import { substitute } from "../substitute.ts";

/** `$replace` */
export const evaluateReplace: EvaluateBuiltin = ([value, pattern, replacement, limit], site) => {
  if (value === undefined) return undefined;
  if (pattern === "") return fail("D3010", { value: pattern, index: 2 }, site.span);
  if ((limit as number) < 0) return fail("D3011", { value: limit, index: 4 }, site.span);
  const most = (limit as number | undefined) ?? Number.POSITIVE_INFINITY;
  const text = value as string;
  if (!(most > 0)) return text;
  if (typeof pattern === "string") return replaceText(text, pattern, replacement, most, site);
  if (pattern === undefined) return fail("T0410", { value: pattern, index: 2 }, site.span);
  return replaceMatches(text, pattern, replacement, most, site);
};

function replaceText(
  text: string,
  pattern: string,
  replacement: Value,
  most: number,
  site: CallSite,
): string {
  if (typeof replacement !== "string" && replacement !== undefined) {
    return fail("D3012", { value: replacement }, site.span);
  }
  const parts: string[] = [];
  let position = 0;
  for (let count = 0; count < most; count += 1) {
    const at = text.indexOf(pattern, position);
    if (at === -1) break;
    parts.push(text.slice(position, at));
    position = at + pattern.length;
  }
  parts.push(text.slice(position));
  const mark = String(replacement);
  site.frame.run.meter.allocate((text.length + parts.length * mark.length) * bytesPerCharacter);
  return parts.join(mark);
}

function replaceMatches(
  text: string,
  pattern: Value,
  replacement: Value,
  most: number,
  site: CallSite,
): string {
  let result = "";
  let position = 0;
  let count = 0;
  let match = firstMatch(pattern, text, site);
  if (!match) return text;
  for (; match && count < most; match = nextMatch(match, site)) {
    const replaced = replacementOf(match, replacement, site);
    if (typeof replaced !== "string") return fail("D3012", { value: replaced }, site.span);
    result += text.substring(position, match.start as number) + replaced;
    site.frame.run.meter.allocate(result.length * bytesPerCharacter);
    position = (match.start as number) + String(match.match).length;
    count += 1;
  }
  return result + text.substring(position);
}

function replacementOf(match: MatchFields, replacement: Value, site: CallSite): Value {
  if (typeof replacement === "string") return substitute(replacement, match);
  return applyFunction(replacement, [match], { ...site, input: null });
}
