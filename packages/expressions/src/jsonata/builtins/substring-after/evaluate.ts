import type { EvaluateBuiltin } from "../builtin.ts";

/** `$substringAfter` */
export const evaluateSubstringAfter: EvaluateBuiltin = ([value, chars]) => {
  if (value === undefined) return undefined;
  const text = value as string;
  const mark = String(chars);
  const at = text.indexOf(mark);
  return at === -1 ? text : text.slice(at + mark.length);
};
