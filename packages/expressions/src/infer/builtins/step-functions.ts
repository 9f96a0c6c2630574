import {
  arrayShape,
  missingShape,
  numberShape,
  stringShape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { partitioned } from "./arrays.ts";
import { type Builtin, givesFor } from "./builtin.ts";

const integer = numberShape({ integer: true });

/** What Step Functions adds to JSONata (R-JA-03), and `$random`, which takes a seed there. */
export const stepFunctions: Readonly<Record<string, Builtin>> = {
  partition: { signature: "<an:a>", only: "aws", rule: partitioned },
  range: {
    signature: "<nnn:a>",
    only: "aws",
    // One number is itself (R-JA-19).
    rule: () => ({ shape: unionShape(integer, arrayShape(integer), missingShape) }),
  },
  hash: { signature: "<ss:s>", only: "aws", rule: givesFor(stringShape({ maxLength: 128 })) },
  random: { signature: "<n?:n>", rule: () => ({ shape: numberShape({ minimum: 0, maximum: 1 }) }) },
  uuid: { signature: "<:s>", only: "aws", rule: () => ({ shape: stringShape({ maxLength: 36 }) }) },
  parse: { signature: "<s:x>", only: "aws", rule: () => ({ shape: unknownShape }) },
};
