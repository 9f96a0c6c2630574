import { fail } from "../../evaluate/failure.ts";
import { firstMatch, nextMatch } from "../../evaluate/matches.ts";
import { sequenceOf } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$match` */
export const evaluateMatch: EvaluateBuiltin = ([text, pattern, limit], site) => {
  if (text === undefined) return undefined;
  if ((limit as number) < 0) fail("D3040", { value: limit, index: 3 }, site.span);
  const found = sequenceOf();
  const most = (limit as number | undefined) ?? Number.POSITIVE_INFINITY;
  if (!(most > 0)) return found;
  for (let match = firstMatch(pattern, text as string, site); match; match = nextMatch(match, site)) {
    if (found.length >= most) break;
    found.push({ match: match.match, index: match.start, groups: match.groups });
  }
  return found;
};
