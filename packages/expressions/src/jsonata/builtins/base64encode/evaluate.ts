import { encodeBase64 } from "../base64.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$base64encode` */
export const evaluateBase64encode: EvaluateBuiltin = ([text]) => {
  return text === undefined ? undefined : encodeBase64(text as string);
};
