import type { EvaluateBuiltin } from "../builtin.ts";

/** `$substringBefore` */
export const evaluateSubstringBefore: EvaluateBuiltin = ([value, chars]) => {
  if (value === undefined) return undefined;
  const text = value as string;
  const mark = String(chars);
  const at = text.indexOf(mark);
  return at === -1 ? text : text.slice(0, at);
};
