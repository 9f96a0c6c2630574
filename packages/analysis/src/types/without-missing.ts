import { membersOf, type Shape, unionShape } from "@statewright/json-types";

/** Whether there may be nothing, as far as is known; what is unknown is not known to be missing. */
export function mayBeMissing(shape: Shape): boolean {
  return membersOf(shape).some(({ kind }) => kind === "missing");
}

/** What is there when something is. */
export function withoutMissing(shape: Shape): Shape {
  return mayBeMissing(shape)
    ? unionShape(...membersOf(shape).filter(({ kind }) => kind !== "missing"))
    : shape;
}
