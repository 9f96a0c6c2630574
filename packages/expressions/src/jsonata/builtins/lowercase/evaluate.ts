import type { EvaluateBuiltin } from "../builtin.ts";

/** `$lowercase` */
export const evaluateLowercase: EvaluateBuiltin = ([text]) => {
  return (text as string | undefined)?.toLowerCase();
};
