import { missingShape, numberShape, stringShape, unionShape } from "@statewright/json-types";
import { type BuiltinRule, givesFor } from "./builtin.ts";

/** Without a picture times are written as in ISO 8601. */
const time = stringShape({ format: "date-time" });

/** Functions on times. */
export const dates: Readonly<Record<string, BuiltinRule>> = {
  now: ({ given }) => ({ shape: given.length === 0 ? time : stringShape() }),
  millis: () => ({ shape: numberShape({ integer: true }) }),
  toMillis: givesFor(unionShape(numberShape(), missingShape)),
  fromMillis: givesFor(({ given }) => (given.length < 2 ? time : stringShape())),
};
