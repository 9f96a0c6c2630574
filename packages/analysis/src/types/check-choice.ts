import { type JsonPointer, nearestName, type Span } from "@statewright/diagnostics";
import { fieldOf, isDisjoint, membersOf, printShape, type Shape, widen } from "@statewright/json-types";
import { choiceNeverMatches } from "./diagnostics/choice-never-matches.ts";
import { noChoiceMatches } from "./diagnostics/no-choice-matches.ts";
import type { Environment } from "./environment.ts";
import { isLoneExample } from "./lone-example.ts";
import type { Condition, PlaceRelation, PlaceTest } from "./narrow/condition.ts";
import { type Place, shapeAtPlace } from "./narrow/place.ts";
import { refine } from "./narrow/refine.ts";
import { uncoveredValues } from "./narrow/uncovered-values.ts";
import { withoutMissing } from "./without-missing.ts";
import type { Entered, World } from "./world.ts";

/** A rule as it is reached: its condition, and what the rules above it leave. */
export interface ReachedRule {
  readonly condition: Condition;
  readonly pointer: JsonPointer;
  readonly left: Environment;
}

/**
 * Reports what a rule compares and what never holds: with values of another type, not among several known ones, or
 * out of range; else the rule as a whole, when the rules above it take everything or its parts exclude one another.
 * One known value alone may be an example and says nothing.
 *
 * @returns whether the rule is never taken, for more than an example.
 */
export function reportNeverMatching(
  { condition, pointer, left }: ReachedRule,
  { site, environment }: Entered,
  world: World,
): boolean {
  const parts = partsOf(condition);
  let warned = false;
  for (const part of parts) {
    const found = neverHolds(part, environment);
    if (found === undefined) continue;
    const severity = found.byKind && isToldFromOutside(part.part, environment) ? "hint" : "warning";
    warned ||= severity === "warning";
    const { span, compared, asks, possible, nearest } = found;
    world.report(
      choiceNeverMatches.at(
        { state: site.name, pointer, ...within(span) },
        { state: site.name, compared, value: asks, possible: printShape(possible), nearest },
        { severity },
      ),
    );
  }
  if (parts.length === 0 || refine(left, condition, true) !== undefined) return false;
  if (parts.some(({ part }) => restsOnExample(part, environment))) return false;
  // What one of its parts never is, is told above, or it guards against what cannot be and does no harm.
  if (!parts.every(({ part, negated }) => refine(environment, part, !negated) !== undefined)) return warned;
  world.report(
    choiceNeverMatches.at({ state: site.name, pointer }, { state: site.name, compared: comparedIn(parts) }),
  );
  return true;
}

function comparedIn(parts: readonly Part[]): string {
  return [...new Set(parts.map(({ part }) => part.text))].slice(0, 3).join("`, `");
}

function within(span: Span | undefined) {
  return span && { within: { start: span.start + 2, end: span.end + 2 } };
}

/**
 * Whether nothing in the machine wrote what is compared, so that its kind is what a types file says of the input: of a
 * JSONPath rule that asks for a kind, as all of them do (R-CHOICE-12), that it is not this one is worth no more than
 * a hint, since AWS lets any input in.
 */
function isToldFromOutside(part: PlaceTest | PlaceRelation, { input }: Environment): boolean {
  if (part.span !== undefined) return false;
  const { variable, fields } = part.kind === "test" ? part.place : part.left;
  if (variable !== undefined) return false;
  let at: Shape = input;
  for (const name of fields) {
    const written = membersOf(at).some(
      (member) => member.kind === "object" && Object.hasOwn(member.fields, name) && member.fields[name]?.from,
    );
    if (written) return false;
    at = fieldOf(at, name);
  }
  return true;
}

interface NeverHolding {
  /** By the kind of the value alone. */
  readonly byKind?: boolean;
  readonly span: Span | undefined;
  readonly compared: string;
  readonly asks: string;
  readonly possible: Shape;
  readonly nearest?: string | undefined;
}

function neverHolds({ part, negated }: Part, environment: Environment): NeverHolding | undefined {
  const { span, text } = part;
  if (part.kind === "relation") {
    if (negated || part.mayBeMissing) return undefined;
    const possible = withoutMissing(shapeAtPlace(part.left, environment));
    const other = shapeAtPlace(part.right, environment);
    if (!isTelling(possible) || !isTelling(withoutMissing(other))) return undefined;
    if (part.ofLeft.whenTrue(possible, other).kind !== "never") return undefined;
    return { span, compared: text, asks: part.asks, possible, byKind: true };
  }
  const { place, test } = part;
  const possible = withoutMissing(shapeAtPlace(place, environment));
  if (test.accepted === undefined) {
    if (negated || !isTelling(possible)) return undefined;
    if (test.onlyOf !== undefined && membersOf(possible).every(({ kind }) => kind !== test.onlyOf))
      return undefined;
    if (test.whenTrue(possible).kind !== "never") return undefined;
    // Of single numbers and texts, as of examples, nothing is derived about others of their kind.
    const byKind = isOfOtherKinds(test, possible);
    if (!byKind && membersOf(possible).every((member) => isLoneExample(member))) return undefined;
    return { span, compared: text, asks: test.asks, possible, byKind };
  }
  const { accepted } = test;
  if (!isTelling(possible) || !accepted.every((literal) => isDisjoint(possible, literal))) return undefined;
  const nearest = nearestValue(accepted, possible);
  return { span, compared: text, asks: test.asks, possible, nearest, byKind: isOfOtherKinds(test, possible) };
}

/** Whether no value of the kinds that can be there passes. */
function isOfOtherKinds({ whenTrue }: PlaceTest["test"], possible: Shape): boolean {
  return whenTrue(widen(possible)).kind === "never";
}

/** Whether it is known what is there, by more than one example, and a path to it reads no element of an array. */
function isTelling(shape: Shape): boolean {
  const members = membersOf(shape);
  if (members.length === 0 || members.some(({ kind }) => kind === "unknown" || kind === "array"))
    return false;
  return !isLoneExample(shape);
}

/**
 * Reports a Choice without Default whose rules leave something over (R-CHOICE-03): values that are known to be
 * possible, with which no rule holds.
 */
export function reportUncovered(
  conditions: readonly Condition[],
  left: Environment,
  { site, environment }: Entered,
  world: World,
): void {
  const parts = conditions.flatMap((condition) => partsOf(condition));
  if (parts.length === 0 || parts.some(({ part }) => restsOnExample(part, environment))) return;
  const uncovered = uncoveredValues(conditions, left);
  if (uncovered === undefined) return;
  world.report(
    noChoiceMatches.at(
      { state: site.name, pointer: site.pointer },
      {
        state: site.name,
        values: uncovered.map(({ text, shape }) => ({ compared: text, left: printLeft(shape) })),
      },
    ),
  );
}

function printLeft(shape: Shape): string {
  return shape.kind === "missing" ? "missing" : printShape(shape);
}

/** A comparison in a condition, and whether it stands under an odd number of `Not`. */
interface Part {
  readonly part: PlaceTest | PlaceRelation;
  readonly negated: boolean;
}

function partsOf(condition: Condition, negated = false): readonly Part[] {
  switch (condition.kind) {
    case "test":
    case "relation":
      return [{ part: condition, negated }];
    case "not":
      return partsOf(condition.operand, !negated);
    case "and":
    case "or":
      return [...partsOf(condition.left, negated), ...partsOf(condition.right, negated)];
    default:
      return [];
  }
}

function restsOnExample(part: PlaceTest | PlaceRelation, environment: Environment): boolean {
  const places: readonly Place[] = part.kind === "test" ? [part.place] : [part.left, part.right];
  return places.some((place) => {
    const shape = shapeAtPlace(place, environment);
    const there = withoutMissing(shape);
    return shape.kind !== "unknown" && (there.kind === "never" || isLoneExample(there));
  });
}

function nearestValue(accepted: readonly Shape[], possible: Shape): string | undefined {
  const [tested] = accepted;
  if (accepted.length !== 1 || tested?.kind !== "string" || tested.value === undefined) return undefined;
  const texts = membersOf(possible).flatMap((member) =>
    member.kind === "string" ? [member.value ?? ""] : [],
  );
  const nearest = nearestName(tested.value, texts);
  return nearest === undefined ? undefined : JSON.stringify(nearest);
}
