import { booleanOf } from "../evaluate/truth.ts";
import type { Builtin } from "./builtin.ts";

/** `$boolean` */
export const builtinBoolean: Builtin = {
  name: "boolean",
  signature: "<x-:b>",
  arity: 1,
  doc: "Whether the value counts as true.",
  examples: [
    ["$boolean([0, 1])", true],
    ["$boolean({})", false],
  ],
  evaluate([value]) {
    return booleanOf(value);
  },
};
