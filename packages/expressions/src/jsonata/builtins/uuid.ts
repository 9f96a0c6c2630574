import { randomUuid } from "../../random/random-uuid.ts";
import type { Builtin } from "./builtin.ts";

/** `$uuid` */
export const builtinUuid: Builtin = {
  name: "uuid",
  signature: "<:s>",
  arity: 0,
  only: "aws",
  doc: "A random UUID (version 4).",
  examples: [["$length($uuid())", 36]],
  evaluate(_, { frame }) {
    return randomUuid(() => frame.run.random());
  },
};
