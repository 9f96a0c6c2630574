import { numberShape } from "@statewright/json-types";
import { type Code, call, variable } from "../code/code.ts";
import { numberLiteral } from "../code/literal.ts";
import { block, conditional, lambda } from "../code/operators.ts";
import { item } from "../code/path.ts";
import { booleanValue, shapedValue } from "../emit/results.ts";
import type { Session } from "../emit/session.ts";
import { definite, not } from "../emit/truth.ts";
import type { Value } from "../value/index.ts";
import { callbackShapes, filtered } from "./array-methods.ts";
import { enter, functionArgument, type MethodLowering } from "./invocation.ts";

const find: MethodLowering = (invocation) => {
  const result = filtered(invocation);
  return result ? shapedValue(item(result.code, 0), result.shape, "possible") : invocation.receiver;
};

const findLast: MethodLowering = (invocation) => {
  const result = filtered(invocation);
  return result ? shapedValue(item(result.code, -1), result.shape, "possible") : invocation.receiver;
};

const some: MethodLowering = (invocation) => {
  const result = filtered(invocation);
  return result ? booleanValue(call("exists", result.code)) : invocation.receiver;
};

/** None for which the test fails. */
const every: MethodLowering = (invocation) => {
  const { receiver, scope } = invocation;
  const fn = functionArgument(invocation, 0);
  if (!fn) return receiver;
  const { names, inner } = enter(fn, callbackShapes(receiver), scope, 1, receiver);
  const fails = not(scope.session.test(fn.body, inner));
  const found = call("filter", receiver.code, lambda(names, fails.code));
  return booleanValue(call("not", call("exists", found)));
};

const findPosition =
  (which: 0 | -1): MethodLowering =>
  (invocation) => {
    const { receiver, scope } = invocation;
    const fn = functionArgument(invocation, 0);
    if (!fn) return receiver;
    const { names, values, inner } = enter(fn, callbackShapes(receiver), scope, 2, receiver);
    const test = definite(scope.session.test(fn.body, inner));
    const position = values[1]?.code ?? numberLiteral(0);
    return positionOf(
      scope.session,
      call("map", receiver.code, lambda(names, conditional(test.code, position))),
      which,
    );
  };

/** The first position of a sequence of them (or the last), or -1. */
export function positionOf(session: Session, positions: Code, which: 0 | -1 = 0): Value {
  const at = session.name("at");
  const found = variable(at);
  const code = block(
    [[at, item(positions, which)]],
    conditional(call("exists", found), found, numberLiteral(-1)),
  );
  return shapedValue(code, numberShape({ integer: true, minimum: -1, maximum: 2 ** 32 }));
}

export const searchMethods: Readonly<Record<string, MethodLowering>> = {
  find,
  findLast,
  findIndex: findPosition(0),
  findLastIndex: findPosition(-1),
  some,
  every,
};
