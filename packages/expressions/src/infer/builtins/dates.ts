import { missingShape, numberShape, stringShape, unionShape } from "@statewright/json-types";
import { type BuiltinRule, givesFor } from "./builtin.ts";

/** Functions on times. */
export const dates: Readonly<Record<string, BuiltinRule>> = {
  now: () => ({ shape: stringShape() }),
  millis: () => ({ shape: numberShape({ integer: true }) }),
  toMillis: givesFor(unionShape(numberShape(), missingShape)),
  fromMillis: givesFor(stringShape()),
};
