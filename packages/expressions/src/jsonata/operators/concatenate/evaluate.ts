import { bytesPerCharacter } from "../../evaluate/meter.ts";
import { textOf } from "../../evaluate/text.ts";
import type { EvaluateOperator } from "../operator.ts";

/** `&` */
export const evaluateConcatenate: EvaluateOperator = (left, right, _, { meter }) => {
  const text = (textOf(left, meter) ?? "") + (textOf(right, meter) ?? "");
  meter.allocate(text.length * bytesPerCharacter);
  return text;
};
