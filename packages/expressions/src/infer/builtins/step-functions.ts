import {
  arrayShape,
  missingShape,
  numberShape,
  stringShape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { partitioned } from "./arrays.ts";
import { type BuiltinRule, givesFor } from "./builtin.ts";

const integer = numberShape({ integer: true });

/** What Step Functions adds to JSONata (R-JA-03), and `$random`, which takes a seed there. */
export const stepFunctions: Readonly<Record<string, BuiltinRule>> = {
  partition: partitioned,
  // One number is itself (R-JA-19).
  range: () => ({ shape: unionShape(integer, arrayShape(integer), missingShape) }),
  hash: givesFor(stringShape({ maxLength: 128 })),
  random: () => ({ shape: numberShape({ minimum: 0, maximum: 1 }) }),
  uuid: () => ({ shape: stringShape({ maxLength: 36 }) }),
  parse: () => ({ shape: unknownShape }),
};
