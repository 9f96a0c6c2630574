import type { Builtin } from "./builtin.ts";

/** `$millis` */
export const builtinMillis: Builtin = {
  name: "millis",
  signature: "<:n>",
  arity: 0,
  doc: "The time of the evaluation in milliseconds since 1970.",
  examples: [["$millis()", 0]],
  evaluate(_, { frame }) {
    return frame.run.now;
  },
};
