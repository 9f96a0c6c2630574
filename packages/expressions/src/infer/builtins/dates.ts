import { missingShape, numberShape, stringShape, unionShape } from "@statewright/json-types";
import { type Builtin, givesFor } from "./builtin.ts";

/** Functions on times. */
export const dates: Readonly<Record<string, Builtin>> = {
  now: { signature: "<s?s?:s>", rule: () => ({ shape: stringShape() }) },
  millis: { signature: "<:n>", rule: () => ({ shape: numberShape({ integer: true }) }) },
  toMillis: { signature: "<s-s?:n>", rule: givesFor(unionShape(numberShape(), missingShape)) },
  fromMillis: { signature: "<n-s?s?:s>", rule: givesFor(stringShape()) },
};
