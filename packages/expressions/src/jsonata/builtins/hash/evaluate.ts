import { digestOf } from "../../../digest/digest-of.ts";
import { failPlainly } from "../../evaluate/failure.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$hash` */
export const evaluateHash: EvaluateBuiltin = ([text, algorithm], { frame, span }) => {
  if (text === undefined) return undefined;
  const name = String(algorithm);
  frame.run.meter.step((text as string).length);
  const digest = digestOf(text as string, name);
  return digest ?? failPlainly(`There is no hash algorithm "${name}"`, span);
};
