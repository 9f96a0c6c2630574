import { membersOf, numberShape, type Shape } from "@statewright/json-types";
import { isInteger, leastOf } from "../number-facts.ts";
import { argument, type Builtin, type BuiltinCall, givesFor } from "./builtin.ts";

const whole: Builtin["rule"] = givesFor((call) =>
  numberShape({ integer: true, ...(leastOf(argument(call, 0)) >= 0 && { minimum: 0 }) }),
);

/** Functions on numbers. */
export const numbers: Readonly<Record<string, Builtin>> = {
  number: { signature: "<(nsb)-:n>", rule: givesFor(asNumber) },
  floor: { signature: "<n-:n>", rule: whole },
  ceil: { signature: "<n-:n>", rule: whole },
  round: { signature: "<n-n?:n>", rule: givesFor(rounded) },
  abs: {
    signature: "<n-:n>",
    rule: givesFor((call) =>
      numberShape({ ...(isInteger(argument(call, 0)) && { integer: true }), minimum: 0 }),
    ),
  },
  sqrt: { signature: "<n-:n>", rule: givesFor(numberShape({ minimum: 0 })) },
  power: { signature: "<n-n:n>", rule: givesFor(numberShape()) },
};

function asNumber(call: BuiltinCall): Shape {
  const shape = argument(call, 0);
  const numeric = membersOf(shape).every(({ kind }) => kind === "number" || kind === "boolean");
  return numberShape({ ...(numeric && isInteger(shape) && { integer: true }) });
}

function rounded(call: BuiltinCall): Shape {
  return numberShape({ ...(call.given.length < 2 && { integer: true }) });
}
