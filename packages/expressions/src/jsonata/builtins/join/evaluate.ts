import { bytesPerCharacter } from "../../evaluate/meter.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$join` */
export const evaluateJoin: EvaluateBuiltin = ([texts, separator], { frame }) => {
  if (texts === undefined) return undefined;
  const joined = (texts as string[]).join((separator as string | undefined) ?? "");
  frame.run.meter.allocate(joined.length * bytesPerCharacter);
  return joined;
};
