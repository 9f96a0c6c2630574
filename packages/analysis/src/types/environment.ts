import { isAssignable, join, missingShape, type Shape, unknownShape, widen } from "@statewright/json-types";

/** Variables by name; one that is not listed has no value on any path, one that may be missing on some. */
export type Variables = Readonly<Record<string, Shape>>;

/** What can be there when an execution enters a state. */
export interface Environment {
  readonly input: Shape;
  readonly variables: Variables;
}

export const noVariables: Variables = Object.freeze(Object.create(null) as Record<string, Shape>);

/** What holds on either of two ways into a state. A variable that one of them lacks may be missing. */
export function joinEnvironments(left: Environment, right: Environment): Environment {
  return {
    input: join(left.input, right.input),
    variables: joinVariables(left.variables, right.variables),
  };
}

function joinVariables(left: Variables, right: Variables): Variables {
  if (left === right) return left;
  const joined: Record<string, Shape> = Object.create(null);
  for (const name of Object.keys(left))
    joined[name] = join(left[name] ?? missingShape, own(right, name) ?? missingShape);
  for (const name of Object.keys(right))
    if (!Object.hasOwn(left, name)) joined[name] = join(right[name] ?? missingShape, missingShape);
  return Object.freeze(joined);
}

/** Whether `wide` holds all that `narrow` holds already. */
export function includesEnvironment(wide: Environment, narrow: Environment): boolean {
  if (!isAssignable(narrow.input, wide.input)) return false;
  if (wide.variables === narrow.variables) return true;
  const names = Object.keys(wide.variables);
  if (Object.keys(narrow.variables).some((name) => !Object.hasOwn(wide.variables, name))) return false;
  return names.every((name) =>
    isAssignable(own(narrow.variables, name) ?? missingShape, own(wide.variables, name) ?? missingShape),
  );
}

/**
 * The environment `after`, wider in what is not in `before` already, so that a loop reaches an end in few
 * rounds. What does not change in the loop stays as it is. With `forget` what changes becomes unknown.
 */
export function widenChanges(before: Environment, after: Environment, forget: boolean): Environment {
  const wider = forget ? () => unknownShape : widen;
  const settle = (old: Shape, changed: Shape) => (isAssignable(changed, old) ? old : wider(changed));
  const variables: Record<string, Shape> = Object.create(null);
  for (const name of Object.keys(after.variables))
    variables[name] = settle(
      own(before.variables, name) ?? missingShape,
      after.variables[name] ?? missingShape,
    );
  return { input: settle(before.input, after.input), variables: Object.freeze(variables) };
}

/** The variables after an `Assign` (R-VAR-05). */
export function assignVariables(before: Variables, assigned: Variables): Variables {
  const names = Object.keys(assigned);
  if (names.length === 0) return before;
  const after: Record<string, Shape> = Object.assign(Object.create(null), before);
  for (const name of names) after[name] = assigned[name] ?? unknownShape;
  return Object.freeze(after);
}

function own(variables: Variables, name: string): Shape | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}
