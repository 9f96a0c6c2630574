import {
  booleanShape,
  filterMembers,
  meet,
  membersOf,
  numberShape,
  type Shape,
  stringShape,
  subtract,
  unionOf,
} from "@statewright/json-types";
import { present } from "./presence.ts";

/** What a condition says of one value. */
export interface Refinement {
  readonly refine: (shape: Shape) => Shape;
  /** It is there for certain. */
  readonly there: boolean;
}

export const exists: Refinement = { refine: present, there: true };
export const absent: Refinement = {
  refine: (shape) => meet(shape, { kind: "missing" }),
  there: false,
};

/** It is there, and one of the values of `shape`. */
export function among(shape: Shape): Refinement {
  return { refine: (before) => meet(present(before), present(shape)), there: true };
}

/** It is not one of the values of `shape`; it may be missing unless `there`. */
export function except(shape: Shape, there: boolean): Refinement {
  return { refine: (before) => subtract(there ? present(before) : before, shape), there };
}

/** It counts as true in a condition. */
export const truthy: Refinement = {
  refine: (shape) =>
    unionOf(
      membersOf(filterMembers(shape, (member) => !isFalse(member))).map((member) =>
        member.kind === "boolean" ? booleanShape(true) : member,
      ),
    ),
  there: true,
};

/** It counts as false, or is missing. */
export const falsy: Refinement = {
  refine: (shape) =>
    shape.kind === "unknown" ? shape : unionOf(membersOf(shape).map((member) => falsyPart(member))),
  there: false,
};

function isFalse(member: Shape): boolean {
  switch (member.kind) {
    case "missing":
    case "null":
      return true;
    case "boolean":
      return member.value === false;
    case "number":
      return member.value === 0;
    case "string":
      return member.value === "" || member.maxLength === 0;
    case "array":
      return member.maxItems === 0;
    case "object":
      return !member.open && Object.keys(member.fields).length === 0;
    default:
      return false;
  }
}

function falsyPart(member: Shape): Shape {
  switch (member.kind) {
    case "boolean":
      return meet(member, booleanShape(false));
    case "number":
      return meet(member, numberShape({ value: 0 }));
    case "string":
      return meet(member, stringShape({ value: "" }));
    case "object":
      return Object.values(member.fields).some((field) => !field.optional) ? { kind: "never" } : member;
    default:
      return member;
  }
}
