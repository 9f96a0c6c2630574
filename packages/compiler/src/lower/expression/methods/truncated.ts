import { type Code, call } from "../code/code.ts";
import { numberLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { once } from "../emit/bind.ts";
import type { Scope } from "../emit/session.ts";

/** A number without its fraction, as JavaScript takes positions. */
export function truncated(number: Code, scope: Scope): Code {
  return once(scope.session, number, "n", (n) =>
    conditional(binary("<", n, numberLiteral(0)), call("ceil", n), call("floor", n)),
  );
}
