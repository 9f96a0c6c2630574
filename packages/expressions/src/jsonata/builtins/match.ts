import { fail } from "../evaluate/failure.ts";
import { firstMatch, nextMatch } from "../evaluate/matches.ts";
import { sequenceOf } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$match` */
export const builtinMatch: Builtin = {
  name: "match",
  signature: "<s-f<s:o>n?:a<o>>",
  arity: 3,
  doc: "Every match of a regular expression: its text, its index and its groups.",
  examples: [["$match('a1b2', /[a-z]([0-9])/, 1)", { match: "a1", index: 0, groups: ["1"] }]],
  evaluate([text, pattern, limit], site) {
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
  },
};
