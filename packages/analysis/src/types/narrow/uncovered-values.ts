import { booleanShape, membersOf, numberShape, type Shape, stringShape } from "@statewright/json-types";
import type { Environment } from "../environment.ts";
import type { Condition } from "./condition.ts";
import { type Place, refinePlace, shapeAtPlace } from "./place.ts";

/** A value, or all of a kind, that no rule takes. */
export interface UncoveredValue {
  /** The place as it is written. */
  readonly text: string;
  readonly shape: Shape;
}

interface Asked {
  readonly key: string;
  readonly text: string;
  readonly place: Place;
  /** The literals that it is compared with. */
  readonly points: readonly Shape[];
}

/** Places of one Choice, and values of them all together, that are tried. */
const mostPlaces = 6;
const mostTries = 400;

/**
 * Values with which none of the conditions holds for certain. They are searched among single values of what is
 * left over, and each condition is asked about them: what is left over may say more than there is.
 */
export function uncoveredValues(
  conditions: readonly Condition[],
  left: Environment,
): readonly UncoveredValue[] | undefined {
  const asked = placesIn(conditions);
  if (asked.length === 0 || asked.length > mostPlaces) return undefined;
  let tries = 0;
  const pending: (readonly [Environment, ReadonlyMap<string, Shape>])[] = [[left, new Map()]];
  for (let next = pending.pop(); next !== undefined && tries < mostTries; next = pending.pop()) {
    tries += 1;
    const [environment, values] = next;
    const at = asked[values.size];
    if (at === undefined) {
      if (conditions.every((condition) => outcomeOf(condition, values) === false))
        return asked.map(({ text, key, place, points }) => ({
          text,
          shape: generalOf(values.get(key), shapeAtPlace(place, left), points),
        }));
      continue;
    }
    const possible = shapeAtPlace(at.place, environment);
    if (!isKnown(possible)) return undefined;
    for (const value of candidates(possible, at.points).reverse()) {
      const refined = refinePlace(at.place, environment, () => value);
      if (refined !== undefined) pending.push([refined, new Map([...values, [at.key, value]])]);
    }
  }
  return undefined;
}

function isKnown(shape: Shape): boolean {
  return membersOf(shape).every(({ kind }) => kind !== "unknown" && kind !== "array");
}

/** Where a text that no rule names is left over, all texts are. */
function generalOf(value: Shape | undefined, possible: Shape, points: readonly Shape[]): Shape {
  if (value?.kind !== "string" || value.value !== otherText(points)) return value ?? possible;
  return stringShape();
}

function placesIn(conditions: readonly Condition[]): readonly Asked[] {
  const found = new Map<string, Asked>();
  const pending = [...conditions].reverse();
  const ask = (place: Place, text: string, points: readonly Shape[]) => {
    const key = keyOf(place);
    const before = found.get(key);
    found.set(key, {
      key,
      place,
      text: before?.text ?? text,
      points: [...(before?.points ?? []), ...points],
    });
  };
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "test") ask(next.place, next.text, next.test.points ?? []);
    else if (next.kind === "relation") {
      ask(next.left, next.text, []);
      ask(next.right, next.rightText, []);
    } else if (next.kind === "not") pending.push(next.operand);
    else if (next.kind === "and" || next.kind === "or") pending.push(next.right, next.left);
  }
  return [...found.values()];
}

function keyOf({ variable, fields }: Place): string {
  return JSON.stringify([variable ?? null, ...fields]);
}

/** Single values of a shape, those first at which a comparison may turn. */
function candidates(possible: Shape, points: readonly Shape[]): Shape[] {
  return membersOf(possible).flatMap((member) => {
    if (member.kind === "boolean" && member.value === undefined)
      return [booleanShape(true), booleanShape(false)];
    if (member.kind === "string" && member.value === undefined)
      return [stringShape({ value: otherText(points) }), ...points.filter(({ kind }) => kind === "string")];
    if (member.kind !== "number" || member.value !== undefined) return [member];
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, integer } = member;
    const near = points.flatMap((point) =>
      point.kind === "number" && point.value !== undefined
        ? [point.value, point.value + 1, point.value - 1, point.value + 0.5, point.value - 0.5]
        : [],
    );
    return [...new Set([minimum, maximum, ...near, 0])]
      .filter((value) => value >= minimum && value <= maximum && Number.isFinite(value))
      .filter((value) => integer !== true || Number.isInteger(value))
      .map((value) => numberShape({ value }));
  });
}

/** A text that none of the literals is. */
function otherText(points: readonly Shape[]): string {
  const texts = new Set(points.map((point) => (point.kind === "string" ? point.value : undefined)));
  let text = "other";
  while (texts.has(text)) text += "-";
  return text;
}

/** What a condition comes to with such values; nothing where that is not certain, or fails. */
function outcomeOf(condition: Condition, values: ReadonlyMap<string, Shape>): boolean | undefined {
  switch (condition.kind) {
    case "opaque":
      return undefined;
    case "constant":
      return condition.value;
    case "test": {
      const value = values.get(keyOf(condition.place));
      if (value === undefined || (value.kind === "missing" && condition.test.mayBeMissing)) return undefined;
      return decided(condition.test.whenTrue(value), condition.test.whenFalse(value));
    }
    case "relation": {
      const left = values.get(keyOf(condition.left));
      const right = values.get(keyOf(condition.right));
      if (left === undefined || right === undefined || condition.mayBeMissing) return undefined;
      return decided(condition.ofLeft.whenTrue(left, right), condition.ofLeft.whenFalse(left, right));
    }
    case "not": {
      const inner = outcomeOf(condition.operand, values);
      return inner === undefined ? undefined : !inner;
    }
    case "and":
    case "or": {
      const decisive = condition.kind === "or";
      const first = outcomeOf(condition.left, values);
      if (first === undefined || first === decisive) return first;
      return outcomeOf(condition.right, values);
    }
  }
}

function decided(whenTrue: Shape, whenFalse: Shape): boolean | undefined {
  if (whenTrue.kind === "never") return whenFalse.kind === "never" ? undefined : false;
  return whenFalse.kind === "never" ? true : undefined;
}
