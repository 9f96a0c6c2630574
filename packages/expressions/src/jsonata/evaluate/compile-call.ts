import type { JsonataExpression } from "../expression.ts";
import type {
  ApplyExpression,
  CallExpression,
  LambdaExpression,
  PartialExpression,
} from "../function-expression.ts";
import { parseSignature } from "../signature/parse-signature.ts";
import { applyFunction, detached, named } from "./apply.ts";
import type { Closure, Scope } from "./closure.ts";
import { fail } from "./failure.ts";
import { Frame } from "./frame.ts";
import { type CallSite, FunctionValue } from "./function-value.ts";
import { partially } from "./partially.ts";
import { isList, type Value } from "./value.ts";

/** How a function is called in messages: the name it was called by. */
export function calleeName(callee: JsonataExpression): string | undefined {
  if (callee.kind === "variable") return callee.name;
  return fieldNameOf(callee);
}

/** `name(…)` without the dollar sign: a field, where most likely a function was meant. */
function fieldNameOf(callee: JsonataExpression): string | undefined {
  const first = callee.kind === "path" ? callee.steps[0]?.node : undefined;
  return first?.kind === "name" ? first.name : undefined;
}

/** `callee(arguments)`. */
export function compileCall(node: CallExpression, scope: Scope): Closure {
  const call = compileCallOf(node, scope);
  return (input, frame) => call(input, frame, []);
}

/** A call with `first` before its own arguments, which `~>` puts there. */
function compileCallOf(
  node: CallExpression,
  scope: Scope,
): (input: Value, frame: Frame, first: readonly Value[]) => Value {
  const callee = scope.compile(node.callee);
  const parts = node.arguments.map(scope.compile);
  const { span } = node;
  const { depth } = scope;
  const name = calleeName(node.callee);
  const fieldName = fieldNameOf(node.callee);
  return (input, frame, first) => {
    const called = callee(input, frame);
    if (called === undefined) suggestFunction("T1005", fieldName, frame, span);
    const args = first.slice();
    for (const part of parts) args.push(detached(part(input, frame)));
    const { meter } = frame.run;
    meter.enter(depth);
    try {
      const result = applyFunction(called, args, { input, frame, span });
      meter.leave(depth);
      return result;
    } catch (error) {
      throw named(error, name, span);
    }
  };
}

function suggestFunction(code: string, name: string | undefined, frame: Frame, span: CallSite["span"]): void {
  if (name !== undefined && frame.lookup(name) !== undefined) fail(code, { token: name }, span);
}

/** `function($a){ … }`: it remembers the context and the variables of where it stands. */
export function compileLambda(node: LambdaExpression, scope: Scope): Closure {
  const names = node.parameters.map((parameter) => parameter.name);
  const body = scope.compileBody(node.body);
  const signature = node.signature === undefined ? undefined : parseSignature(node.signature).signature;
  return (input, frame) =>
    new FunctionValue({
      arity: names.length,
      ...(signature && { signature }),
      invoke(args) {
        frame.run.meter.reach(1);
        const inner = new Frame(frame.run, frame);
        for (const [index, name] of names.entries()) inner.bind(name, args[index]);
        return body(input, inner);
      },
    });
}

/** `callee(a, ?)`. */
export function compilePartial(node: PartialExpression, scope: Scope): Closure {
  const callee = scope.compile(node.callee);
  const parts = node.arguments.map((part) => (part.kind === "open" ? undefined : scope.compile(part)));
  const { span } = node;
  const name = calleeName(node.callee);
  const fieldName = fieldNameOf(node.callee);
  return (input, frame) => {
    const given = parts.map((part) => part && { value: part(input, frame) });
    const called = callee(input, frame);
    if (called === undefined) suggestFunction("T1007", fieldName, frame, span);
    if (!(called instanceof FunctionValue)) return fail("T1008", { token: name }, span);
    if (!called.partial) return fail("S0208", { value: 2 }, span);
    return partially(called, given, name);
  };
}

/** `left ~> right`. */
export function compileApply(node: ApplyExpression, scope: Scope): Closure {
  const left = scope.compile(node.left);
  const { span } = node;
  const keepArray = keepsArray(node.left) || keepsArray(node.right);
  const finish = (value: Value): Value => {
    if (keepArray && isList(value) && value.sequence === true) value.keepSingleton = true;
    return value;
  };
  const called = node.right.kind === "postfix" ? node.right.operand : node.right;
  if (called.kind === "call") {
    const call = compileCallOf(called, scope.inside());
    return (input, frame) => finish(call(input, frame, [left(input, frame)]));
  }
  const right = scope.compile(node.right);
  const { depth } = scope;
  return (input, frame) => {
    const value = left(input, frame);
    const callee = right(input, frame);
    if (!(callee instanceof FunctionValue)) return fail("T2006", { value: callee }, span);
    if (value instanceof FunctionValue) return chained(value, callee);
    const { meter } = frame.run;
    meter.enter(depth);
    const result = applyFunction(callee, [value], { input: null, frame, span });
    meter.leave(depth);
    return finish(result);
  };
}

function keepsArray(node: JsonataExpression): boolean {
  return (node.kind === "path" || node.kind === "postfix") && node.keepArray;
}

/** `first ~> second` of two functions: one that calls both. */
function chained(first: FunctionValue, second: FunctionValue): FunctionValue {
  return new FunctionValue({
    arity: 1,
    invoke([value], site) {
      const { meter } = site.frame.run;
      meter.enter(1);
      const inner = { ...site, input: null };
      const result = applyFunction(second, [detached(applyFunction(first, [value], inner))], inner);
      meter.leave(1);
      return result;
    },
  });
}
