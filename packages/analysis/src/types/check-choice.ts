import { type JsonPointer, nearestName } from "@statewright/diagnostics";
import { isDisjoint, membersOf, printShape, type Shape, unionShape } from "@statewright/json-types";
import { choiceNeverMatches } from "./diagnostics/choice-never-matches.ts";
import { noChoiceMatches } from "./diagnostics/no-choice-matches.ts";
import type { Environment } from "./environment.ts";
import type { Condition, PlaceTest } from "./narrow/condition.ts";
import { shapeAtPlace } from "./narrow/place.ts";
import type { Entered, World } from "./world.ts";

/**
 * Reports comparisons with values that what is compared never has: of another type, or not among several known
 * ones. One known value alone may be an example and says nothing.
 */
export function reportNeverMatching(
  condition: Condition,
  pointer: JsonPointer,
  { site, environment }: Entered,
  world: World,
): void {
  for (const { place, test, text, span } of testsOf(condition)) {
    const possible = shapeAtPlace(place, environment);
    const present = membersOf(possible).filter(({ kind }) => kind !== "missing");
    const accepted = test.accepted ?? [];
    if (accepted.length === 0 || present.length === 0) continue;
    if (present.some(({ kind }) => kind === "unknown" || kind === "array")) continue;
    if (!accepted.every((literal) => present.every((member) => isDisjoint(member, literal)))) continue;
    if (isLoneLiteral(present) && accepted.some((literal) => literal.kind === present[0]?.kind)) continue;
    world.report(
      choiceNeverMatches.at(
        { state: site.name, pointer, ...(span && { within: { start: span.start + 2, end: span.end + 2 } }) },
        {
          state: site.name,
          compared: text,
          value: printShape(unionShape(...accepted)),
          possible: printShape(unionShape(...present)),
          nearest: nearestValue(accepted, present),
        },
      ),
    );
  }
}

/**
 * Reports a Choice without Default whose rules leave something over (R-CHOICE-03), where the rules all look at
 * one value and all that it can be is known.
 */
export function reportUncovered(
  conditions: readonly Condition[],
  left: Environment,
  { site, environment }: Entered,
  world: World,
): void {
  const tests = conditions.flatMap((condition) => testsOf(condition));
  const [first] = tests;
  if (first === undefined || !conditions.every(isExact)) return;
  if (tests.some(({ text }) => text !== first.text)) return;
  const members = membersOf(shapeAtPlace(first.place, left));
  if (members.length === 0 || members.some(({ kind }) => kind === "unknown" || kind === "array")) return;
  if (isLoneLiteral(membersOf(shapeAtPlace(first.place, environment)))) return;
  world.report(
    noChoiceMatches.at(
      { state: site.name, pointer: site.pointer },
      { state: site.name, compared: first.text, left: printLeft(unionShape(...members)) },
    ),
  );
}

function printLeft(shape: Shape): string {
  return shape.kind === "missing" ? "missing" : printShape(shape);
}

function testsOf(condition: Condition): readonly PlaceTest[] {
  switch (condition.kind) {
    case "test":
      return [condition];
    case "not":
      return testsOf(condition.operand);
    case "and":
    case "or":
      return [...testsOf(condition.left), ...testsOf(condition.right)];
    default:
      return [];
  }
}

function isExact(condition: Condition): boolean {
  switch (condition.kind) {
    case "test":
      return condition.test.exact;
    case "not":
      return isExact(condition.operand);
    case "and":
    case "or":
      return isExact(condition.left) && isExact(condition.right);
    default:
      return false;
  }
}

function isLoneLiteral(members: readonly Shape[]): boolean {
  const [only] = members;
  return members.length === 1 && only !== undefined && "value" in only && only.value !== undefined;
}

function nearestValue(accepted: readonly Shape[], present: readonly Shape[]): string | undefined {
  const [tested] = accepted;
  if (accepted.length !== 1 || tested?.kind !== "string" || tested.value === undefined) return undefined;
  const texts = present.flatMap((member) => (member.kind === "string" ? [member.value ?? ""] : []));
  const nearest = nearestName(tested.value, texts);
  return nearest === undefined ? undefined : JSON.stringify(nearest);
}
