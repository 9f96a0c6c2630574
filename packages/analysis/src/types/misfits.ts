import { nearestName } from "@statewright/diagnostics";
import {
  elementOf,
  fieldOf,
  includes,
  isAssignable,
  isDisjoint,
  membersOf,
  type ObjectShape,
  type Shape,
  unionShape,
} from "@statewright/json-types";
import { mayBeMissing, withoutMissing } from "./without-missing.ts";

/** One place where what is given is not what is taken. */
export interface Misfit {
  readonly path: readonly string[];
  readonly problem: "missing" | "unknown" | "type";
  readonly expected: Shape;
  readonly found: Shape;
  /** Only some of what can be given does not fit. */
  readonly sometimes: boolean;
  readonly nearest?: string;
}

const mostMisfits = 20;
const deepest = 40;
/** Work bound for unions inside unions. */
const mostComparisons = 5000;

interface Comparison {
  readonly given: Shape;
  readonly expected: Shape;
  readonly path: readonly string[];
  readonly sometimes: boolean;
  readonly budget: { left: number };
}

/**
 * The smallest places where a shape does not fit another one. What is unknown fits everywhere, and so does what
 * may turn out to fit: only values that certainly do not are told.
 */
export function misfits(given: Shape, expected: Shape): readonly Misfit[] {
  return search(given, expected, { left: mostComparisons });
}

function search(given: Shape, expected: Shape, budget: { left: number }): readonly Misfit[] {
  const found: Misfit[] = [];
  const pending: Comparison[] = [{ given, expected, path: [], sometimes: false, budget }];
  for (let next = pending.pop(); next !== undefined && found.length < mostMisfits; next = pending.pop()) {
    budget.left -= 1;
    if (budget.left < 0) break;
    compare(next, pending, found);
  }
  return found;
}

function compare(comparison: Comparison, pending: Comparison[], found: Misfit[]): void {
  const { given, expected, path } = comparison;
  if (given.kind === "unknown" || expected.kind === "unknown" || path.length > deepest) return;
  if (isAssignable(given, expected)) return;
  const members = membersOf(given);
  const wrong = members.filter((member) => cannotBe(member, expected));
  const sometimes = comparison.sometimes || wrong.length < members.length;
  if (wrong.length > 0)
    found.push({ path, problem: "type", expected, found: unionShape(...wrong), sometimes });
  const others = members.filter((member) => !wrong.includes(member));
  for (const member of others)
    compareInside(
      { ...comparison, given: member, sometimes: comparison.sometimes || members.length > 1 },
      pending,
      found,
    );
}

/** Whether no value of `member` is in `expected`, for certain and without looking inside. */
function cannotBe(member: Shape, expected: Shape): boolean {
  if (member.kind === "null") return !includes(expected, null);
  if ("value" in member && member.value !== undefined) return !includes(expected, member.value);
  return isDisjoint(member, expected);
}

function compareInside(comparison: Comparison, pending: Comparison[], found: Misfit[]): void {
  const { given, expected, path, budget } = comparison;
  const targets = membersOf(expected).filter(({ kind }) => kind === given.kind || kind === "unknown");
  const [target] = targets;
  if (target === undefined) return;
  if (targets.length > 1) {
    if (targets.every((one) => search(given, one, budget).some(({ sometimes }) => !sometimes)))
      found.push({ path, problem: "type", expected, found: given, sometimes: comparison.sometimes });
    return;
  }
  if (given.kind === "array" && target.kind === "array") {
    const sometimes = comparison.sometimes || Math.max(given.minItems, given.items?.length ?? 0) === 0;
    const inside = { given: elementOf(given), expected: elementOf(target), path: [...path, "*"] };
    pending.push({ ...inside, sometimes, budget });
  } else if (given.kind === "object" && target.kind === "object")
    compareObjects({ ...comparison, expected: target }, given, target, pending, found);
}

function compareObjects(
  { path, sometimes, budget }: Comparison,
  given: ObjectShape,
  target: ObjectShape,
  pending: Comparison[],
  found: Misfit[],
): void {
  for (const [name, field] of Object.entries(target.fields)) {
    const value = fieldOf(given, name);
    const inside = [...path, name];
    const present = withoutMissing(value);
    if (mayBeMissing(value) && !field.optional) {
      const never = present.kind === "never";
      found.push({
        path: inside,
        problem: "missing",
        expected: field.shape,
        found: value,
        sometimes: sometimes || !never,
      });
    }
    if (present.kind !== "never")
      pending.push({
        given: present,
        expected: field.shape,
        path: inside,
        sometimes: sometimes || mayBeMissing(value),
        budget,
      });
  }
  for (const [name, field] of Object.entries(given.fields)) {
    if (Object.hasOwn(target.fields, name)) continue;
    if (target.open) {
      const inside = { path: [...path, name], sometimes: sometimes || field.optional, budget };
      if (target.rest !== undefined) pending.push({ given: field.shape, expected: target.rest, ...inside });
      continue;
    }
    const nearest = nearestName(name, Object.keys(target.fields));
    found.push({
      path: [...path, name],
      problem: "unknown",
      expected: target,
      found: field.shape,
      sometimes: sometimes || field.optional,
      ...(nearest !== undefined && { nearest }),
    });
  }
}
