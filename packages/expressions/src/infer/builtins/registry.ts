import { aggregates } from "./aggregates.ts";
import { arrays } from "./arrays.ts";
import type { Builtin } from "./builtin.ts";
import { dates } from "./dates.ts";
import { higherOrder } from "./higher-order.ts";
import { logic } from "./logic.ts";
import { numbers } from "./numbers.ts";
import { objects } from "./objects.ts";
import { stepFunctions } from "./step-functions.ts";
import { strings } from "./strings.ts";

/** Every built-in function by its name without `$`: what it takes, and the rule for what it gives. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [strings, numbers, aggregates, logic, arrays, objects, higherOrder, dates, stepFunctions].flatMap(
    (family) => Object.entries(family),
  ),
);
