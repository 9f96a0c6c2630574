import { decodeBase64 } from "../base64.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$base64decode` */
export const evaluateBase64decode: EvaluateBuiltin = ([text]) => {
  return text === undefined ? undefined : decodeBase64(text as string);
};
