import { textOf } from "../../evaluate/text.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$string` */
export const evaluateString: EvaluateBuiltin = ([value, pretty], { frame }) => {
  return textOf(value, frame.run.meter, pretty === true);
};
