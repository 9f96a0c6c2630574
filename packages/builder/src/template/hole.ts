export const hole: unique symbol = Symbol.for("statewright.hole");

/** A place in a template that is not written as data. */
export interface Hole {
  readonly [hole]: "param" | "JSONPath" | "JSONata";
}

/** Which kind of hole a value is, if it is one; also one of another copy of this package. */
export function holeIn(value: unknown): Hole[typeof hole] | undefined {
  const isHole = typeof value === "object" && value !== null && Object.hasOwn(value, hole);
  return isHole ? (value as Hole)[hole] : undefined;
}
