import type { Builtin } from "./builtin.ts";

/** `$random` */
export const builtinRandom: Builtin = {
  name: "random",
  signature: "<:n>",
  arity: 0,
  only: "plain",
  doc: "A number from 0 to less than 1.",
  examples: [["$random() < 1", true]],
  evaluate(_, { frame }) {
    return frame.run.random();
  },
};
