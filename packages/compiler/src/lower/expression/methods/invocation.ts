import { join, type Shape } from "@statewright/json-types";
import type { ArrowExpression, CallExpression, FunctionExpression } from "../../../ir/arrow.ts";
import { type Code, call, variable } from "../code/code.ts";
import { stringLiteral } from "../code/literal.ts";
import { binary, conditional } from "../code/operators.ts";
import { once } from "../emit/bind.ts";
import { withLocal } from "../emit/let.ts";
import { reusableFunction } from "../emit/reusable.ts";
import type { Scope } from "../emit/session.ts";
import { canBe, eitherAbsence, type Inside, insideOf, isOnly, kinds, type Value } from "../value/index.ts";

/** A call of a method: the receiver is there, and neither null nor undefined. */
export interface Invocation {
  readonly node: CallExpression;
  readonly receiver: Value;
  readonly scope: Scope;
  readonly arguments: readonly ArrowExpression[];
}

/** What a method becomes. */
export type MethodLowering = (invocation: Invocation) => Value;

/** The function that a method was given; refused where it is none. */
export function functionArgument(invocation: Invocation, index: number): FunctionExpression | undefined {
  const { node, scope } = invocation;
  const argument = invocation.arguments[index];
  if (argument?.kind === "function") return argument;
  const reusable = argument && reusableFunction(argument, scope.data);
  if (reusable) return reusable;
  scope.session.refuse(
    argument ?? node,
    `\`${node.method}\` needs a function written where it is used.`,
    "Write `(x) => …` there; for a built-in, `(x) => String(x)`.",
  );
  return undefined;
}

/** The parameters of a function as JSONata variables, and the scope of its body. */
export function enter(
  fn: FunctionExpression,
  shapes: readonly Shape[],
  scope: Scope,
  least = 1,
  inside: Inside = {},
): { readonly names: readonly string[]; readonly values: readonly Value[]; readonly inner: Scope } {
  const names: string[] = [];
  const values: Value[] = [];
  let inner: Scope = { ...scope, inFunction: true };
  for (const [index, shape] of shapes.entries()) {
    const parameter = fn.parameters[index];
    if (!parameter && index >= Math.max(least, fn.parameters.length)) break;
    const name = scope.session.name(parameter?.name ?? "v");
    const value: Value = {
      code: variable(name),
      shape,
      absent: "never",
      ...insideOf(inside),
      ...(inside.gaps !== undefined && { filled: true as const }),
    };
    names.push(name);
    values.push(value);
    if (parameter) inner = withLocal(inner, parameter, value);
  }
  return { names, values, inner };
}

/**
 * A method that arrays and texts both have. Where the type is not known the expression chooses.
 *
 * `ofArray` and `ofText` must not emit anything: arguments are emitted before.
 */
export function byReceiver(
  invocation: Invocation,
  ofArray: (receiver: Value) => Value,
  ofText: (receiver: Value) => Value,
): Value {
  const { receiver, node, scope } = invocation;
  if (receiver.shape.kind === "never" || isOnly(receiver, kinds.array)) return ofArray(receiver);
  if (isOnly(receiver, kinds.string)) return ofText(receiver);
  if (!canBe(receiver, kinds.array | kinds.string)) {
    return scope.session.refuse(
      node,
      `Only arrays and texts have \`${node.method}\`.`,
      "Check the type of the value.",
    );
  }
  if (node.receiver) scope.session.unknown(node.receiver);
  let parts: readonly [Value, Value] | undefined;
  const code = once(scope.session, receiver.code, "t", (one) => {
    parts = [ofArray({ ...receiver, code: one }), ofText({ ...receiver, code: one })];
    return conditional(isTextCode(one), parts[1].code, parts[0].code);
  });
  if (!parts) return receiver;
  const [array, text] = parts;
  return { code, shape: join(array.shape, text.shape), absent: eitherAbsence(array.absent, text.absent) };
}

function isTextCode(code: Code): Code {
  return binary("=", call("type", code), stringLiteral("string"));
}
