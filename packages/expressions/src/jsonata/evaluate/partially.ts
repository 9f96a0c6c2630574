import { named } from "./apply.ts";
import { FunctionValue } from "./function-value.ts";
import { validateArguments } from "./validate-arguments.ts";
import type { Value } from "./value.ts";

/** A function of the arguments that `given` leaves open; arguments beyond its end are missing. */
export function partially(
  callee: FunctionValue,
  given: readonly ({ readonly value: Value } | undefined)[],
  name: string | undefined,
): FunctionValue {
  return new FunctionValue({
    arity: given.filter((part) => part === undefined).length,
    invoke(args, site) {
      let next = 0;
      const complete = given.map((part) => {
        if (part) return part.value;
        next += 1;
        return args[next - 1];
      });
      const { signature, native } = callee;
      const { meter } = site.frame.run;
      meter.enter(1);
      try {
        const fitted = native && signature ? validateArguments(signature, complete, site.input) : complete;
        const result = callee.invoke(fitted, site);
        meter.leave(1);
        return result;
      } catch (error) {
        throw named(error, name, site.span);
      }
    },
  });
}
