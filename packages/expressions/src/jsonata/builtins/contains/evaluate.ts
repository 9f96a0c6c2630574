import { fail } from "../../evaluate/failure.ts";
import { firstMatch } from "../../evaluate/matches.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$contains` */
export const evaluateContains: EvaluateBuiltin = ([value, token], site) => {
  if (value === undefined) return undefined;
  if (typeof token === "string") return (value as string).includes(token);
  if (token === undefined) return fail("T0410", { value: token, index: 2 }, site.span);
  return firstMatch(token, value as string, site) !== undefined;
};
