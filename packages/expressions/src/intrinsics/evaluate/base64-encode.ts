import { utf8ToBytes } from "@noble/hashes/utils.js";
import { encodeBase64 } from "../../jsonata/builtins/base64.ts";
import { checkLength } from "./check-length.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.Base64Encode`: the bytes of the text in UTF-8. */
export const base64Encode: IntrinsicEvaluator = ([text]) => {
  const plain = String(text);
  checkLength(plain);
  return encodeBase64(Array.from(utf8ToBytes(plain), (byte) => String.fromCharCode(byte)).join(""));
};
