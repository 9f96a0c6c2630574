import { stopInvalid, stopUnsupported } from "../../json-path/evaluate/path-meter.ts";
import { decodeBase64 } from "../../jsonata/builtins/base64.ts";
import { checkLength } from "./check-length.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

const base64Text = /^[A-Za-z0-9+/]*={0,2}$/;

/** `States.Base64Decode` */
export const base64Decode: IntrinsicEvaluator = ([text]) => {
  const coded = String(text);
  checkLength(coded);
  const digits = coded.replace(/=*$/, "").length;
  if (!base64Text.test(coded) || digits % 4 === 1) return stopInvalid("The text is not valid Base64.");
  try {
    return decodeURIComponent(Array.from(decodeBase64(coded), percent).join(""));
  } catch {
    return stopUnsupported("its text stands for bytes that are not UTF-8");
  }
};

function percent(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
