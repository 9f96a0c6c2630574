import { isTimestamp } from "@statewright/asl";
import { isDisjoint, numberShape, type Shape, stringShape, unionShape } from "@statewright/json-types";

/** What a field must hold, and how that is called in a message. */
export interface ExpectedShape {
  readonly shape: Shape;
  readonly name: string;
  /** Which values of the right type it takes, where it does not take all of them. */
  readonly takes?: (member: Shape) => boolean;
  /** Which values may be of those that it does not take, though it may be that none is. */
  readonly doubts?: (member: Shape) => boolean;
}

interface Bounds {
  readonly integer?: boolean;
  readonly least?: number;
  readonly most?: number;
}

/** Whether a value of the member may be what the field takes: no only where none is. */
export function mayFit(member: Shape, { shape, takes }: ExpectedShape): boolean {
  return !isDisjoint(member, shape) && (takes === undefined || takes(member));
}

export const expectedText: ExpectedShape = { shape: stringShape(), name: "a string" };

/** R-WAIT-03. */
export const expectedTimestamp: ExpectedShape = {
  shape: stringShape(),
  name: "a timestamp such as 2026-01-01T00:00:00Z",
  takes: (member) => member.kind !== "string" || member.value === undefined || isTimestamp(member.value),
  doubts: (member) => member.kind === "string" && member.value === undefined && member.format !== "date-time",
};

/** R-WAIT-03: a Wait takes 0, and no part of a second. */
export const expectedSeconds: ExpectedShape = numberWithin("a whole number of seconds, 0 or more", {
  integer: true,
  least: 0,
});

/** R-TASK-05: a timeout is at least a second. */
export const expectedTimeout: ExpectedShape = numberWithin("a whole number of seconds, 1 or more", {
  integer: true,
  least: 1,
});

/** A count or a limit of a Map (R-DMAP-10). */
export const expectedInteger: ExpectedShape = numberWithin("a whole number", { integer: true });
export const expectedCount: ExpectedShape = numberWithin("a whole number, 0 or more", {
  integer: true,
  least: 0,
});
export const expectedPercentage: ExpectedShape = numberWithin("a number from 0 to 100", {
  least: 0,
  most: 100,
});

/** The same where a path says it: a text of digits counts as its number, as recorded (R-DMAP-10). */
export function alsoAsText({ name, takes }: ExpectedShape): ExpectedShape {
  return {
    shape: unionShape(numberShape(), stringShape()),
    name,
    takes: (member) => {
      if (member.kind !== "string" || member.value === undefined) return takes?.(member) ?? true;
      const value = member.value.trim() === "" ? Number.NaN : Number(member.value);
      return Number.isFinite(value) && (takes?.(numberShape({ value })) ?? true);
    },
    doubts: (member) => member.kind === "string" && member.value === undefined,
  };
}

function numberWithin(name: string, bounds: Bounds): ExpectedShape {
  return { shape: numberShape(), name, takes: (member) => mayBeWithin(member, bounds) };
}

function mayBeWithin(
  member: Shape,
  { integer = false, least = -Infinity, most = Infinity }: Bounds,
): boolean {
  if (member.kind !== "number") return true;
  if (integer && member.value !== undefined && !Number.isInteger(member.value)) return false;
  return (
    (member.value ?? member.maximum ?? Infinity) >= least &&
    (member.value ?? member.minimum ?? -Infinity) <= most
  );
}
