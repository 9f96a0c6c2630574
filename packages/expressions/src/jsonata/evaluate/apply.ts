import { EvaluationFailure, fail } from "./failure.ts";
import { type CallSite, FunctionValue } from "./function-value.ts";
import { validateArguments } from "./validate-arguments.ts";
import type { Value } from "./value.ts";

/** Calls `callee`, and then, one after the other, the calls in tail position that come back from it. */
export function applyFunction(callee: Value, args: readonly Value[], site: CallSite): Value {
  let result = applyOnce(callee, args, site);
  while (result instanceof FunctionValue && result.pending) {
    const { call, input, frame } = result.pending;
    try {
      const args: Value[] = [];
      const next = call.callee(input, frame);
      for (const argument of call.args) args.push(argument(input, frame));
      result = applyOnce(next, args, site);
    } catch (error) {
      throw named(error, call.name, call.span);
    }
  }
  return result;
}

function applyOnce(callee: Value, args: readonly Value[], site: CallSite): Value {
  if (!(callee instanceof FunctionValue)) return fail("T1006");
  const { meter } = site.frame.run;
  meter.step(stepsPerCall);
  const fitted = callee.signature ? validateArguments(callee.signature, args, site.input) : args;
  return callee.invoke(fitted, site);
}

/** A call takes about as long as visiting this many items. */
const stepsPerCall = 5;

/** Adds to a failure which function it happened in, if nothing closer is known. */
export function named(error: unknown, name: string | undefined, span: CallSite["span"]): unknown {
  if (error instanceof EvaluationFailure) {
    error.span ??= span;
    if (error.details.token === undefined && name !== undefined) error.details.token = name;
  }
  return error;
}

/** A function as an argument: it is called without a context, and no longer counts as true. */
export function detached(value: Value): Value {
  if (!(value instanceof FunctionValue) || value.detached) return value;
  const invoke = (args: readonly Value[], site: CallSite): Value =>
    applyFunction(value, args, { input: null, frame: site.frame, span: site.span });
  return new FunctionValue({ arity: value.arity, invoke, truthy: false }, true);
}

/** Calls a function that was given to a built-in with as many of `args` as it takes, at least one. */
export function callBack(callee: Value, args: readonly Value[], site: CallSite): Value {
  const count =
    callee instanceof FunctionValue ? Math.max(1, Math.min(callee.arity, args.length)) : args.length;
  return applyFunction(callee, args.slice(0, count), { input: null, frame: site.frame, span: site.span });
}
