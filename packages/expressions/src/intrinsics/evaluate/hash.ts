import { digestOf } from "../../digest/digest-of.ts";
import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";
import { checkLength } from "./check-length.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";
import { jsonAsText } from "./json-as-text.ts";

/** `States.Hash`: text as it is, everything else as JSON text. */
export const hash: IntrinsicEvaluator = ([data = null, algorithm], { meter }) => {
  const text = typeof data === "string" ? data : jsonAsText(data, meter);
  checkLength(text);
  const digest = digestOf(text, String(algorithm));
  return digest ?? stopInvalid(`There is no hash algorithm ${String(algorithm)}.`);
};
