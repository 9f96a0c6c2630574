import { failPlainly } from "../../evaluate/failure.ts";
import { bytesPerCharacter } from "../../evaluate/meter.ts";
import type { Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$parse` */
export const evaluateParse: EvaluateBuiltin = ([text], { frame, span }) => {
  if (text === undefined) return undefined;
  frame.run.meter.allocate((text as string).length * bytesPerCharacter);
  try {
    return positiveZeros(JSON.parse(text as string));
  } catch (error) {
    return failPlainly(error instanceof Error ? error.message : "The text is no JSON", span);
  }
};

/** A text `-0` is 0 on AWS. */
function positiveZeros(value: Value): Value {
  return value === 0 ? 0 : value;
}
