import type { EvaluateBuiltin } from "../builtin.ts";

/** `$eval` */
export const evaluateEvaluateText: EvaluateBuiltin = ([text, context], { input, frame }) => {
  if (text === undefined) return undefined;
  return frame.run.evaluateText(
    text as string,
    context === undefined ? input : context,
    context !== undefined,
    frame,
  );
};
