import { type Environment, joinEnvironments } from "../environment.ts";
import type { Condition, PlaceRelation } from "./condition.ts";
import { refinePlace, shapeAtPlace } from "./place.ts";

/**
 * What can be there where a condition holds (`outcome` true), or does not. Nothing when it cannot be so.
 *
 * Not holding includes yielding nothing, as inside `and` and `or`; at the top of a Choice rule that fails.
 */
export function refine(
  environment: Environment,
  condition: Condition,
  outcome: boolean,
): Environment | undefined {
  switch (condition.kind) {
    case "opaque":
      return environment;
    case "constant":
      return condition.value === outcome ? environment : undefined;
    case "test": {
      const { whenTrue, whenFalse } = condition.test;
      return refinePlace(condition.place, environment, outcome ? whenTrue : whenFalse);
    }
    case "relation":
      return refineRelation(environment, condition, outcome);
    case "not":
      // `$not` of nothing is nothing, which does not hold either.
      if (!outcome && mayBeMissing(condition.operand)) return environment;
      return refine(environment, condition.operand, !outcome);
    case "and":
      return outcome
        ? both(environment, condition.left, condition.right, true)
        : either(environment, condition.left, condition.right, false);
    case "or":
      return outcome
        ? either(environment, condition.left, condition.right, true)
        : both(environment, condition.left, condition.right, false);
  }
}

/** Each side by what can be on the other one. */
function refineRelation(
  environment: Environment,
  { left, right, ofLeft, ofRight }: PlaceRelation,
  outcome: boolean,
): Environment | undefined {
  const side = outcome ? "whenTrue" : "whenFalse";
  const onRight = shapeAtPlace(right, environment);
  const narrowed = refinePlace(left, environment, (shape) => ofLeft[side](shape, onRight));
  if (narrowed === undefined) return undefined;
  const onLeft = shapeAtPlace(left, narrowed);
  return refinePlace(right, narrowed, (shape) => ofRight[side](shape, onLeft));
}

function both(environment: Environment, left: Condition, right: Condition, outcome: boolean) {
  const first = refine(environment, left, outcome);
  return first && refine(first, right, outcome);
}

/** The first has the outcome, or it has the other one and the second has it. */
function either(environment: Environment, left: Condition, right: Condition, outcome: boolean) {
  const first = refine(environment, left, outcome);
  const other = refine(environment, left, !outcome);
  const second = other && refine(other, right, outcome);
  return first && second ? joinEnvironments(first, second) : (first ?? second);
}

function mayBeMissing(condition: Condition): boolean {
  switch (condition.kind) {
    case "opaque":
      return true;
    case "test":
      return condition.test.mayBeMissing;
    case "relation":
      return condition.mayBeMissing;
    case "not":
      return mayBeMissing(condition.operand);
    default:
      return false;
  }
}
