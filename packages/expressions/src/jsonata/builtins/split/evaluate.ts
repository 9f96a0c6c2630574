import { fail } from "../../evaluate/failure.ts";
import type { CallSite } from "../../evaluate/function-value.ts";
import { firstMatch, nextMatch } from "../../evaluate/matches.ts";
import { bytesPerItem } from "../../evaluate/meter.ts";
import type { Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$split` */
export const evaluateSplit: EvaluateBuiltin = ([value, separator, limit], site) => {
  if (value === undefined) return undefined;
  if ((limit as number) < 0) fail("D3020", { value: limit, index: 3 }, site.span);
  const most = (limit as number | undefined) ?? Number.POSITIVE_INFINITY;
  if (!(most > 0)) return [];
  const text = value as string;
  const { meter } = site.frame.run;
  if (typeof separator === "string") {
    meter.allocate((text.length + 1) * bytesPerItem);
    return text.split(separator, limit as number | undefined);
  }
  if (separator === undefined) return fail("T0410", { value: separator, index: 2 }, site.span);
  return splitByMatches(text, separator, most, site);
};

function splitByMatches(text: string, separator: Value, most: number, site: CallSite): Value {
  const parts: string[] = [];
  let start: number | undefined = 0;
  for (
    let match = firstMatch(separator, text, site);
    match && parts.length < most;
    match = nextMatch(match, site)
  ) {
    parts.push(text.substring(start ?? 0, match.start as number));
    start = match.end as number | undefined;
  }
  if (parts.length < most) parts.push(text.substring(start ?? 0));
  return parts;
}
