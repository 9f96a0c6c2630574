import { isDisjoint, membersOf, neverShape, type Shape, unionShape } from "@statewright/json-types";

/** What a comparison leaves of a value when it holds, and when it does not. */
export interface ValueTest {
  readonly whenTrue: (shape: Shape) => Shape;
  readonly whenFalse: (shape: Shape) => Shape;
  /** The values it accepts; absent where they are not a list of literals. */
  readonly accepted?: readonly Shape[];
  /** `whenFalse` leaves exactly what the test does not accept. */
  readonly exact: boolean;
  /** It yields nothing at all where there is nothing. */
  readonly mayBeMissing: boolean;
}

/** `x = literal`, `x in [literals]`. Nothing is equal to nothing. */
export function equals(literals: readonly Shape[]): ValueTest {
  return {
    whenTrue: (shape) => keep(shape, (member) => overlap(member, literals)),
    whenFalse: (shape) =>
      keep(shape, (member) => (literals.some((one) => same(member, one)) ? [] : [member])),
    accepted: literals,
    exact: true,
    mayBeMissing: false,
  };
}

/** `x != literal`: holds only where there is something. */
export function differs(literal: Shape): ValueTest {
  const { whenTrue, whenFalse } = equals([literal]);
  return {
    whenTrue: (shape) => keep(whenFalse(shape), (member) => (member.kind === "missing" ? [] : [member])),
    whenFalse: (shape) =>
      keep(shape, (member) => (member.kind === "missing" ? [member] : membersOf(whenTrue(member)))),
    exact: false,
    mayBeMissing: false,
  };
}

/** `$exists(x)`. */
export const exists: ValueTest = {
  whenTrue: (shape) => keep(shape, (member) => (member.kind === "missing" ? [] : [member])),
  whenFalse: (shape) => keep(shape, (member) => (member.kind === "missing" ? [member] : [])),
  exact: true,
  mayBeMissing: false,
};

/** `$type(x) = name`. */
export function hasType(name: string): ValueTest {
  const is = (member: Shape) => member.kind === name;
  const known = ["null", "number", "string", "boolean", "array", "object"].includes(name);
  return {
    whenTrue: (shape) => keepAll(shape, (member) => (known && is(member) ? [member] : [])),
    whenFalse: (shape) => keepAll(shape, (member) => (is(member) ? [] : [member])),
    exact: true,
    mayBeMissing: false,
  };
}

/** `x` itself, or `$boolean(x)`: nothing, null, false, 0, "" and empty or all-false containers are false. */
export const truth: ValueTest = {
  whenTrue: (shape) => keep(shape, (member) => (isFalse(member) ? [] : [asBoolean(member, true)])),
  whenFalse: (shape) => keep(shape, (member) => (isTrue(member) ? [] : [asBoolean(member, false)])),
  exact: false,
  mayBeMissing: true,
};

/** `x > 5`, `'a' <= x`: both sides are numbers or both are strings, or the expression fails. */
export function ordered(literal: Shape): ValueTest {
  return {
    whenTrue: (shape) => keep(shape, (member) => (member.kind === literal.kind ? [member] : [])),
    whenFalse: (shape) =>
      keep(shape, (member) => (member.kind === literal.kind || member.kind === "missing" ? [member] : [])),
    exact: false,
    mayBeMissing: true,
  };
}

/** Arrays and what is unknown are left alone: a path may take the one element out of an array. */
function keep(shape: Shape, change: (member: Shape) => readonly Shape[]): Shape {
  return keepAll(shape, (member) => (member.kind === "array" ? [member] : change(member)));
}

function keepAll(shape: Shape, change: (member: Shape) => readonly Shape[]): Shape {
  if (shape.kind === "unknown") return shape;
  const members = membersOf(shape);
  const kept = members.flatMap(change);
  if (kept.length === members.length && kept.every((member, index) => member === members[index]))
    return shape;
  return kept.length === 0 ? neverShape : unionShape(...kept);
}

function overlap(member: Shape, literals: readonly Shape[]): readonly Shape[] {
  return literals.flatMap((literal) => {
    if (isDisjoint(member, literal)) return [];
    return "value" in member && member.value !== undefined ? [member] : [literal];
  });
}

function same(member: Shape, literal: Shape): boolean {
  if (member.kind === "null" || literal.kind === "null") return member.kind === literal.kind;
  if (!("value" in member) || !("value" in literal)) return false;
  return member.kind === literal.kind && member.value !== undefined && member.value === literal.value;
}

function isFalse(member: Shape): boolean {
  if (member.kind === "missing" || member.kind === "null") return true;
  return "value" in member && (member.value === false || member.value === 0 || member.value === "");
}

function isTrue(member: Shape): boolean {
  return "value" in member && member.value !== undefined && !isFalse(member);
}

function asBoolean(member: Shape, value: boolean): Shape {
  if (member.kind !== "boolean" || member.value !== undefined) return member;
  return Object.freeze({ kind: "boolean", value });
}
