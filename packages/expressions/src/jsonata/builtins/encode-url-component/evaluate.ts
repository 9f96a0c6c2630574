import type { EvaluateBuiltin } from "../builtin.ts";
import { coded } from "../url-coding.ts";

/** `$encodeUrlComponent` */
export const evaluateEncodeUrlComponent: EvaluateBuiltin = ([text], { span }) => {
  return text === undefined
    ? undefined
    : coded(encodeURIComponent, "encodeUrlComponent", text as string, span);
};
