import {
  isDisjoint,
  membersOf,
  neverShape,
  printShape,
  type Shape,
  unionShape,
} from "@statewright/json-types";

/** What a comparison leaves of a value when it holds, and when it does not. */
export interface ValueTest {
  readonly whenTrue: (shape: Shape) => Shape;
  readonly whenFalse: (shape: Shape) => Shape;
  /** What it asks of the value, as `x is never …` goes on. */
  readonly asks: string;
  /** The values it accepts; absent where they are not a list of literals. */
  readonly accepted?: readonly Shape[];
  /** Literals at which its answer may change. */
  readonly points?: readonly Shape[];
  /** The kind of value it asks about; of another one it fails, which is told elsewhere. */
  readonly onlyOf?: Shape["kind"];
  /** It yields nothing at all where there is nothing. */
  readonly mayBeMissing: boolean;
}

/** `x = literal`, `x in [literals]`. Nothing is equal to nothing. */
export function equals(literals: readonly Shape[]): ValueTest {
  return {
    whenTrue: (shape) => keep(shape, (member) => overlap(member, literals)),
    whenFalse: (shape) =>
      keep(shape, (member) => (literals.some((one) => same(member, one)) ? [] : [member])),
    asks: printShape(unionShape(...literals)),
    accepted: literals,
    points: literals,
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
    asks: `anything but ${printShape(literal)}`,
    points: [literal],
    mayBeMissing: false,
  };
}

/** `$exists(x)`. */
export const exists: ValueTest = {
  whenTrue: (shape) => keep(shape, (member) => (member.kind === "missing" ? [] : [member])),
  whenFalse: (shape) => keep(shape, (member) => (member.kind === "missing" ? [member] : [])),
  asks: "there",
  mayBeMissing: false,
};

/** `$type(x) = name`, `$type(x) in names`. */
export function hasType(...names: readonly string[]): ValueTest {
  const known = names.filter((name) => kinds.includes(name));
  const is = ({ kind }: Shape) => known.includes(kind);
  return {
    whenTrue: (shape) => keepAll(shape, (member) => (is(member) ? [member] : [])),
    whenFalse: (shape) => keepAll(shape, (member) => (is(member) ? [] : [member])),
    asks: names.map(nameOfKind).join(" or "),
    mayBeMissing: false,
  };
}

const kinds: readonly string[] = ["null", "number", "string", "boolean", "array", "object"];

/** `x` itself, or `$boolean(x)`: nothing, null, false, 0, "" and empty or all-false containers are false. */
export const truth: ValueTest = {
  whenTrue: (shape) => keep(shape, (member) => (isFalse(member) ? [] : [asBoolean(member, true)])),
  whenFalse: (shape) => keep(shape, (member) => (isTrue(member) ? [] : [asBoolean(member, false)])),
  asks: "true",
  mayBeMissing: true,
};

/**
 * A test that only values of one kind pass, and of these the ones for which `accepts` says so; where it says nothing
 * it may be either. Another kind makes it false (R-CHOICE-12).
 */
export function passes(
  kind: Shape["kind"],
  asks: string,
  accepts: (member: Shape) => boolean | undefined,
): ValueTest {
  return {
    whenTrue: (shape) =>
      keep(shape, (member) => (member.kind === kind && accepts(member) !== false ? [member] : [])),
    whenFalse: (shape) =>
      keep(shape, (member) => (member.kind === kind && accepts(member) === true ? [] : [member])),
    asks,
    mayBeMissing: false,
  };
}

/** Arrays and what is unknown are left alone: a path may take the one element out of an array. */
export function keep(shape: Shape, change: (member: Shape) => readonly Shape[]): Shape {
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

function nameOfKind(name: string): string {
  return name === "null" ? name : `${/^[ao]/.test(name) ? "an" : "a"} ${name}`;
}
