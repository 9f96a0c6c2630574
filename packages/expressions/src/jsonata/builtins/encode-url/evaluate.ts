import type { EvaluateBuiltin } from "../builtin.ts";
import { coded } from "../url-coding.ts";

/** `$encodeUrl` */
export const evaluateEncodeUrl: EvaluateBuiltin = ([text], { span }) => {
  return text === undefined ? undefined : coded(encodeURI, "encodeUrl", text as string, span);
};
