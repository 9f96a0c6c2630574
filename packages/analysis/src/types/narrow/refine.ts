import { type Environment, joinEnvironments } from "../environment.ts";
import type { Condition } from "./condition.ts";
import { refinePlace } from "./place.ts";

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
    case "not":
      return mayBeMissing(condition.operand);
    default:
      return false;
  }
}
