import { firstDouble } from "../../random/java-random.ts";
import type { Builtin } from "./builtin.ts";

/** `$random` */
export const builtinSeededRandom: Builtin = {
  name: "random",
  signature: "<n?:n>",
  arity: 1,
  only: "aws",
  doc: "A number from 0 to less than 1; the same seed gives the same number.",
  examples: [["$random(42)", 0.7275636800328681]],
  evaluate([seed], { frame }) {
    return seed === undefined ? frame.run.random() : firstDouble(seed as number);
  },
};
