import { membersOf, numberShape, type Shape } from "@statewright/json-types";
import { isInteger, leastOf } from "../number-facts.ts";
import { argument, type BuiltinCall, type BuiltinRule, givesFor } from "./builtin.ts";

const whole: BuiltinRule = givesFor((call) =>
  numberShape({ integer: true, ...(leastOf(argument(call, 0)) >= 0 && { minimum: 0 }) }),
);

/** Functions on numbers. */
export const numbers: Readonly<Record<string, BuiltinRule>> = {
  number: givesFor(asNumber),
  floor: whole,
  ceil: whole,
  round: givesFor(rounded),
  abs: givesFor((call) =>
    numberShape({ ...(isInteger(argument(call, 0)) && { integer: true }), minimum: 0 }),
  ),
  sqrt: givesFor(numberShape({ minimum: 0 })),
  power: givesFor(numberShape()),
};

function asNumber(call: BuiltinCall): Shape {
  const shape = argument(call, 0);
  const numeric = membersOf(shape).every(({ kind }) => kind === "number" || kind === "boolean");
  return numberShape({ ...(numeric && isInteger(shape) && { integer: true }) });
}

function rounded(call: BuiltinCall): Shape {
  return numberShape({ ...(call.given.length < 2 && { integer: true }) });
}
