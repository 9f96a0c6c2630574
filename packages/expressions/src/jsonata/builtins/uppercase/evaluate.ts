import type { EvaluateBuiltin } from "../builtin.ts";

/** `$uppercase` */
export const evaluateUppercase: EvaluateBuiltin = ([text]) => {
  return (text as string | undefined)?.toUpperCase();
};
