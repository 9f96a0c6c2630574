import {
  membersOf,
  objectShape,
  type Shape,
  unionOf,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type {
  ApplyExpression,
  CallExpression,
  LambdaExpression,
  PartialExpression,
} from "../jsonata/function-expression.ts";
import type { TransformExpression } from "../jsonata/transform-expression.ts";
import { typedBuiltin } from "./builtins/registry.ts";
import { arrayParameters, takeArguments } from "./check-arguments.ts";
import { nothingValue, unknownValue } from "./join-values.ts";
import { recordOperand } from "./ledger.ts";
import { anyObject, mergeShapes } from "./merge-shapes.ts";
import { inner, sometimes, within } from "./place.ts";
import { mayBeMissing, present } from "./presence.ts";
import { refuseIf } from "./refuse.ts";
import { refusesValues } from "./refused-values.ts";
import { bind } from "./scope.ts";
import { type CallSite, inferAsked, nextScope, type Session } from "./session.ts";
import { type Result, toValue } from "./unwrap.ts";
import type { Callable, Place, Value } from "./value.ts";

/** How often a lambda is followed into itself. */
const deepestRecursion = 2;

/** `callee(arguments)`; `applied` is what stands left of `~>`. */
export function inferCall(node: CallExpression, place: Place, session: Session, applied?: Value): Result {
  const callee = session.infer(node.callee, place);
  const called = callee.callable?.kind === "builtin" ? callee.callable.name : undefined;
  const asks = called === "exists";
  const own = node.arguments.map((argument) =>
    asks && readsOnly(argument) ? inferAsked(argument, place, session) : session.infer(argument, place),
  );
  const [first] = node.arguments;
  if (called === "not" && first !== undefined && own[0] !== undefined)
    recordOperand(session.ledger, first, own[0].shape);
  const given = applied === undefined ? own : [applied, ...own];
  const site: CallSite = {
    node,
    arguments: applied === undefined ? node.arguments : [undefined, ...node.arguments],
  };
  if (callee.callable !== undefined) return session.call(callee.callable, given, place, site);
  refuseNoFunction(callee, node.callee, place, session);
  return unknownValue;
}

/** `$exists(a.b)` asks whether it is there: that it never is, can be an answer. */
function readsOnly(node: JsonataExpression): boolean {
  return node.kind === "path" || node.kind === "variable" || node.kind === "postfix";
}

function refuseNoFunction({ shape }: Value, node: JsonataExpression, place: Place, session: Session): void {
  if (shape.kind === "unknown" || present(shape).kind === "never") return;
  const refusal = { expected: () => "a function", found: shape, sure: true };
  refuseIf(true, refusal, { node, code: "T1006", what: "call", place }, session);
}

/** `left ~> right`. */
export function inferApply({ left, right }: ApplyExpression, place: Place, session: Session): Result {
  const value = session.infer(left, place);
  if (right.kind === "call") return inferCall(right, place, session, value);
  const target = session.infer(right, place);
  // JSONata drops predicates behind a call here; it is not followed.
  if (right.kind === "postfix") return unknownValue;
  if (target.callable === undefined) return unknownValue;
  if (value.callable === undefined) return session.call(target.callable, [value], place);
  if (value.shape.kind !== "never" || value.callable.kind === "any") return unknownValue;
  const chain: Callable = { kind: "chain", first: value.callable, second: target.callable };
  return { shape: value.shape, callable: chain };
}

/** `callee(a, ?)`. */
export function inferPartial(node: PartialExpression, place: Place, session: Session): Value {
  const given = node.arguments.map((argument) =>
    argument.kind === "open" ? undefined : session.infer(argument, place),
  );
  const { callable } = session.infer(node.callee, place);
  if (callable === undefined) return unknownValue;
  return { shape: { kind: "never" }, callable: { kind: "partial", callee: callable, arguments: given } };
}

/** What a function gives. */
export function callValue(
  callable: Callable,
  given: readonly Value[],
  place: Place,
  session: Session,
  site?: CallSite,
): Result {
  switch (callable.kind) {
    case "lambda":
      return callLambda(
        callable.node,
        callable.place,
        given,
        site === undefined || place.conditional,
        session,
      );
    case "builtin":
      return callBuiltin(callable.name, given, place, session, site);
    case "transform":
      return transformed(callable.node, callable.place, given[0] ?? nothingValue, session);
    case "partial":
      return callPartial(callable, given, place, session);
    case "chain": {
      const between = toValue(session.call(callable.first, given, place));
      return session.call(callable.second, [between], place);
    }
    default:
      return unknownValue;
  }
}

function callLambda(
  node: LambdaExpression,
  home: Place,
  given: readonly Value[],
  conditional: boolean,
  session: Session,
): Result {
  session.active ??= new Map();
  const active = session.active.get(node) ?? 0;
  if (active >= deepestRecursion) return unknownValue;
  const taken =
    node.signature === undefined
      ? given
      : takeArguments("", node.signature, given, home, session, undefined)?.given;
  const inside = { ...inner(home, nextScope(session)), conditional };
  for (const [index, { name }] of node.parameters.entries())
    bind(inside.scope, name, taken === undefined ? unknownValue : (taken[index] ?? nothingValue));
  session.active.set(node, active + 1);
  const result = session.inferResult(node.body, inside, true);
  session.active.set(node, active);
  return result;
}

function callBuiltin(
  name: string,
  given: readonly Value[],
  place: Place,
  session: Session,
  site: CallSite | undefined,
): Result {
  const builtin = typedBuiltin(name, session.dialect);
  if (builtin === undefined) return unknownValue;
  const taken = takeArguments(name, builtin.signature, given, place, session, site);
  if (taken === undefined || taken.refused) return unknownValue;
  if (refusesValues(name, taken.given, place, session, site)) return unknownValue;
  return builtin.rule({ given: taken.given, place, session });
}

/** A built-in is given the arguments as they are then: what is no array stays so. */
function callPartial(
  { callee, arguments: held }: Extract<Callable, { kind: "partial" }>,
  given: readonly Value[],
  place: Place,
  session: Session,
): Result {
  const open = [...given];
  const filled = held.map((value) => value ?? open.shift() ?? nothingValue);
  if (callee.kind === "lambda")
    return callValue({ ...callee, node: unsigned(callee.node) }, filled, place, session);
  if (callee.kind === "builtin" && !takesAsGiven(callee.name, filled, session)) return unknownValue;
  return callValue(callee, filled, place, session);
}

/** Whether it makes no difference that what is no array stays so where an array is taken. */
function takesAsGiven(name: string, given: readonly Value[], session: Session): boolean {
  const signature = typedBuiltin(name, session.dialect)?.signature ?? "";
  return arrayParameters(signature).every((index) => {
    const { shape, callable } = given[index] ?? nothingValue;
    const members = shape.kind === "unknown" ? undefined : membersOf(shape);
    return (
      callable === undefined && members?.every(({ kind }) => kind === "array" || kind === "missing") === true
    );
  });
}

function unsigned(node: LambdaExpression): LambdaExpression {
  const { signature, ...rest } = node;
  return signature === undefined ? node : rest;
}

/** `|pattern|update, deletion|` of a value: only changes of the value itself are followed. */
function transformed(node: TransformExpression, home: Place, value: Value, session: Session): Value {
  if (value.callable !== undefined || value.shape.kind === "unknown") return unknownValue;
  const place = sometimes(home, nextScope(session));
  const inside = within(place, value);
  const whole = node.pattern.kind === "variable" && node.pattern.name === "";
  const match = whole ? value : { shape: present(session.infer(node.pattern, inside).shape) };
  const update = session.infer(node.update, within(place, whole ? value : { shape: eachOf(match.shape) }));
  if (node.deletion !== undefined) session.infer(node.deletion, inside);
  const there = membersOf(present(value.shape));
  const plain = whole && node.deletion === undefined && update.callable === undefined;
  const changed = there.map((member) => {
    if (member.kind !== "object") return unknownShape;
    return plain ? changedObject(member, update.shape) : objectShape({}, { open: true });
  });
  return {
    shape: unionShape(unionOf(changed), ...(mayBeMissing(value.shape) ? [nothingValue.shape] : [])),
    mark: 1,
    inside: 2,
  };
}

function eachOf(shape: Shape): Shape {
  return membersOf(shape).every(({ kind }) => kind === "object") ? shape : unknownShape;
}

function changedObject(member: Shape, update: Shape): Shape {
  const there = present(update);
  if (there.kind === "unknown") return anyObject;
  if (there.kind === "never") return member;
  const changed = mergeShapes(member, there);
  return mayBeMissing(update) ? unionShape(changed, member) : changed;
}
