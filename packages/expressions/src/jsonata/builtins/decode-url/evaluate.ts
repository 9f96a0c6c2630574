import type { EvaluateBuiltin } from "../builtin.ts";
import { coded } from "../url-coding.ts";

/** `$decodeUrl` */
export const evaluateDecodeUrl: EvaluateBuiltin = ([text], { span }) => {
  return text === undefined ? undefined : coded(decodeURI, "decodeUrl", text as string, span);
};
