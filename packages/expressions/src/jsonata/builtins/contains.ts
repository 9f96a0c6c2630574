import { fail } from "../evaluate/failure.ts";
import { firstMatch } from "../evaluate/matches.ts";
import type { Builtin } from "./builtin.ts";

/** `$contains` */
export const builtinContains: Builtin = {
  name: "contains",
  signature: "<s-(sf):b>",
  arity: 2,
  doc: "Whether a text contains another one, or a match of a regular expression.",
  examples: [
    ["$contains('Hello', 'ell')", true],
    ["$contains('Hello', /^h/i)", true],
  ],
  evaluate([value, token], site) {
    if (value === undefined) return undefined;
    if (typeof token === "string") return (value as string).includes(token);
    if (token === undefined) return fail("T0410", { value: token, index: 2 }, site.span);
    return firstMatch(token, value as string, site) !== undefined;
  },
};
