import type { EvaluateBuiltin } from "../builtin.ts";
import { substringOf } from "../characters.ts";

/** `$substring` */
export const evaluateSubstring: EvaluateBuiltin = ([text, start, length]) => {
  if (text === undefined) return undefined;
  return substringOf(text as string, start as number, length as number | undefined);
};
