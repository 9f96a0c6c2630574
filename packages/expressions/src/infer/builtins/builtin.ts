import {
  arrayShape,
  membersOf,
  missingShape,
  type Shape,
  unionOf,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { nothingValue, unknownValue } from "../join-values.ts";
import { mayBeMissing, orMissing, present } from "../presence.ts";
import type { Session } from "../session.ts";
import { asGiven, type Result } from "../unwrap.ts";
import type { Callable, Place, Value } from "../value.ts";

/** What a built-in function gives, for arguments that its signature takes. */
export type BuiltinRule = (call: BuiltinCall) => Result;

/** One call of a built-in. */
export interface BuiltinCall {
  /** As the signature takes them: what is no array is an array of one where an array is taken. */
  readonly given: readonly Value[];
  readonly place: Place;
  readonly session: Session;
}

/** The shape of an argument; missing if it is left out. */
export function argument({ given }: BuiltinCall, index: number): Shape {
  const value = given[index];
  if (value === undefined) return missingShape;
  return value.callable === undefined ? value.shape : unknownShape;
}

/** A function that gives nothing for nothing, and otherwise `result`. */
export function givesFor(result: Shape | ((call: BuiltinCall) => Shape)): BuiltinRule {
  return (call) => {
    const first = argument(call, 0);
    const there = present(first);
    if (there.kind === "never") return nothingValue;
    const shape = typeof result === "function" ? result(call) : result;
    return { shape: mayBeMissing(first) ? orMissing(shape) : shape };
  };
}

/** As an array: what is none is an array of one. */
export function asArray(shape: Shape): Shape {
  if (shape.kind === "unknown") return unionShape(arrayShape(unknownShape), missingShape);
  return unionOf(
    membersOf(shape).map((member) =>
      member.kind === "array" || member.kind === "missing"
        ? member
        : arrayShape(member, { items: [member], minItems: 1, maxItems: 1 }),
    ),
  );
}

/** Calls a function that is an argument; it is given as many arguments as it has parameters. */
export function callBack(
  { session, place }: BuiltinCall,
  callback: Value | undefined,
  given: readonly Value[],
): Value {
  const callable = callback?.callable;
  if (callable === undefined) return unknownValue;
  return asGiven(session.call(callable, given.slice(0, arityOf(callable, given.length)), place));
}

function arityOf(callable: Callable, most: number): number {
  return callable.kind === "lambda" ? callable.node.parameters.length : most;
}
