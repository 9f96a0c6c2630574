import { fail } from "../../evaluate/failure.ts";
import { bytesPerCharacter } from "../../evaluate/meter.ts";
import type { EvaluateBuiltin } from "../builtin.ts";
import { countCharacters, substringOf } from "../characters.ts";

/** `$pad` */
export const evaluatePad: EvaluateBuiltin = ([value, width, filling], { frame, span }) => {
  if (value === undefined) return undefined;
  const text = value as string;
  const wanted = frame.run.dialect === "aws" ? Math.trunc(width as number) : (width as number);
  const missing = Math.abs(wanted) - countCharacters(text);
  if (!(missing > 0)) return text;
  // Step Functions cuts a fraction off (R-INTR-07), where JSONata 2.0.6 breaks down.
  if (!Number.isInteger(wanted)) return fail("T0410", { value: width, index: 2 }, span);
  const pattern = (filling as string | undefined) || " ";
  frame.run.meter.allocate(missing * pattern.length * bytesPerCharacter);
  const padding = substringOf(pattern.repeat(missing), 0, missing);
  return wanted > 0 ? text + padding : padding + text;
};
