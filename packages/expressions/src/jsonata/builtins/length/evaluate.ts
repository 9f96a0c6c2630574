import type { EvaluateBuiltin } from "../builtin.ts";
import { countCharacters } from "../characters.ts";

/** `$length` */
export const evaluateLength: EvaluateBuiltin = ([text]) => {
  return text === undefined ? undefined : countCharacters(text as string);
};
