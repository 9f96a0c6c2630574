import type { EvaluateBuiltin } from "../builtin.ts";
import { charactersOf } from "../characters.ts";

/** `$length` */
export const evaluateLength: EvaluateBuiltin = ([text]) => {
  return text === undefined ? undefined : charactersOf(text as string).length;
};
