import type { EvaluateBuiltin } from "../builtin.ts";
import { coded } from "../url-coding.ts";

/** `$decodeUrlComponent` */
export const evaluateDecodeUrlComponent: EvaluateBuiltin = ([text], { span }) => {
  return text === undefined
    ? undefined
    : coded(decodeURIComponent, "decodeUrlComponent", text as string, span);
};
