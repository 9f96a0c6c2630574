import type { Builtin } from "./builtin.ts";

/** `$eval` */
export const builtinEvaluateText: Builtin = {
  name: "eval",
  signature: "<sx?:x>",
  arity: 2,
  only: "plain",
  doc: "Evaluates a text as an expression. Step Functions does not have it.",
  examples: [["$eval('1 + 2')", 3]],
  evaluate([text, context], { input, frame }) {
    if (text === undefined) return undefined;
    return frame.run.evaluateText(
      text as string,
      context === undefined ? input : context,
      context !== undefined,
      frame,
    );
  },
};
