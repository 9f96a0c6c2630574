import type { JsonataExpression, PathStep } from "@statewright/expressions";
import {
  type FieldShape,
  fieldOf,
  membersOf,
  missingShape,
  type ObjectShape,
  objectShape,
  type Shape,
  unionShape,
} from "@statewright/json-types";
import type { Environment } from "../environment.ts";
import { mayBeMissing, withoutMissing } from "../without-missing.ts";

/** A value that an expression can read and a condition can narrow: `$states.input.a.b`, `$order.kind`. */
export interface Place {
  /** A variable's name; absent: the input. */
  readonly variable?: string;
  readonly fields: readonly string[];
}

/** The place an expression reads, if it does nothing else. */
export function placeOf(expression: JsonataExpression): Place | undefined {
  if (expression.kind === "block" && expression.expressions.length === 1) {
    const [only] = expression.expressions;
    return only && placeOf(only);
  }
  if (expression.kind === "variable") return variablePlace(expression.name, []);
  if (expression.kind !== "path" || expression.group || expression.keepArray || expression.keepSingleton)
    return undefined;
  const [first, ...rest] = expression.steps;
  if (first === undefined || first.node.kind !== "variable" || !isPlain(first)) return undefined;
  const fields: string[] = [];
  for (const step of rest) {
    if (step.node.kind !== "name" || !isPlain(step)) return undefined;
    fields.push(step.node.name);
  }
  return variablePlace(first.node.name, fields);
}

function isPlain({ stages, keepArray, focus, index, ancestor }: PathStep): boolean {
  return (
    stages.length === 0 && !keepArray && focus === undefined && index === undefined && ancestor === undefined
  );
}

function variablePlace(name: string, fields: readonly string[]): Place | undefined {
  if (name === "" || name === "$") return undefined;
  if (name !== "states") return { variable: name, fields };
  const [member, ...rest] = fields;
  return member === "input" ? { fields: rest } : undefined;
}

/** What is there, as far as it is reached through objects alone. */
export function shapeAtPlace(place: Place, environment: Environment): Shape {
  return place.fields.reduce((shape, name) => fieldOf(shape, name), rootOf(place, environment));
}

/** The environment in which what is at the place is what `change` leaves of it; undefined when that is nothing. */
export function refinePlace(
  place: Place,
  environment: Environment,
  change: (shape: Shape) => Shape,
): Environment | undefined {
  const root = rootOf(place, environment);
  const refined = refine(root, place.fields, change);
  if (refined.kind === "never") return undefined;
  if (refined === root) return environment;
  if (place.variable === undefined) return { ...environment, input: refined };
  const variables: Record<string, Shape> = Object.assign(Object.create(null), environment.variables);
  variables[place.variable] = refined;
  return { ...environment, variables };
}

function rootOf({ variable }: Place, { input, variables }: Environment): Shape {
  if (variable === undefined) return input;
  return (Object.hasOwn(variables, variable) ? variables[variable] : undefined) ?? missingShape;
}

/** What is unknown stays so, and so does an array: a path through it reads every element. */
function refine(shape: Shape, fields: readonly string[], change: (shape: Shape) => Shape): Shape {
  const [name, ...rest] = fields;
  if (name === undefined) return change(shape);
  if (shape.kind === "unknown") return shape;
  const members = membersOf(shape);
  const refined = members.map((member) => {
    if (member.kind === "array") return member;
    if (member.kind === "object") return refineField(member, name, rest, change);
    return refine(missingShape, rest, change).kind === "never" ? undefined : member;
  });
  if (refined.every((member, index) => member === members[index])) return shape;
  return unionShape(...refined.filter((member) => member !== undefined));
}

function refineField(
  object: ObjectShape,
  name: string,
  rest: readonly string[],
  change: (shape: Shape) => Shape,
): ObjectShape | undefined {
  const before = fieldOf(object, name);
  const after = refine(before, rest, change);
  if (after.kind === "never") return undefined;
  if (after === before || after.kind === "unknown") return object;
  const present = withoutMissing(after);
  const fields: Record<string, FieldShape> = Object.assign(Object.create(null), object.fields);
  const from = Object.hasOwn(fields, name) ? fields[name]?.from : undefined;
  if (present.kind === "never") delete fields[name];
  else fields[name] = { shape: present, optional: mayBeMissing(after), ...(from && { from }) };
  // A field that is gone from an open object would be unknown again.
  if (present.kind === "never" && object.open) return object;
  return objectShape(fields, { open: object.open, ...(object.rest && { rest: object.rest }) });
}
