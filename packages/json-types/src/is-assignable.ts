import { membersOf } from "./members.ts";
import type { ArrayShape, NumberShape, ObjectShape, Shape, StringShape } from "./shape.ts";

/** Shapes nested deeper than this are not compared further: the answer is then no. */
const deepest = 100;

/** Whether every value of `from` is a value of `to`. A no may be wrong for unions that only together fit. */
export function isAssignable(from: Shape, to: Shape): boolean {
  return fits(from, to, 0);
}

function fits(from: Shape, to: Shape, depth: number): boolean {
  if (from === to || to.kind === "unknown" || from.kind === "never") return true;
  if (from.kind === "unknown" || depth > deepest) return false;
  if (from.kind === "union") return from.members.every((member) => fits(member, to, depth));
  if (to.kind === "union") return fitsOneOf(from, to.members, depth);
  if (from.kind === "missing" || from.kind === "null") return from.kind === to.kind;
  if (from.kind === "boolean")
    return to.kind === "boolean" && (to.value === undefined || to.value === from.value);
  if (from.kind === "number") return to.kind === "number" && fitsNumber(from, to);
  if (from.kind === "string") return to.kind === "string" && fitsString(from, to);
  if (from.kind === "array") return to.kind === "array" && fitsArray(from, to, depth);
  return to.kind === "object" && fitsObject(from, to, depth);
}

function fitsOneOf(from: Shape, members: readonly Shape[], depth: number): boolean {
  if (members.some((member) => fits(from, member, depth))) return true;
  if (from.kind !== "boolean" || from.value !== undefined) return false;
  const has = (value: boolean) =>
    members.some((member) => member.kind === "boolean" && member.value === value);
  return has(true) && has(false);
}

function fitsNumber(from: NumberShape, to: NumberShape): boolean {
  if (to.value !== undefined) return from.value === to.value;
  const least = from.value ?? from.minimum ?? -Infinity;
  const most = from.value ?? from.maximum ?? Infinity;
  const whole = from.value === undefined ? from.integer === true : Number.isInteger(from.value);
  return (!to.integer || whole) && least >= (to.minimum ?? -Infinity) && most <= (to.maximum ?? Infinity);
}

function fitsString(from: StringShape, to: StringShape): boolean {
  if (to.value !== undefined) return from.value === to.value;
  if (to.maxLength === undefined) return true;
  const longest = from.value === undefined ? (from.maxLength ?? Infinity) : [...from.value].length;
  return longest <= to.maxLength;
}

function fitsArray(from: ArrayShape, to: ArrayShape, depth: number): boolean {
  const given = from.items ?? [];
  const wanted = to.items ?? [];
  if (Math.max(from.minItems, given.length) < Math.max(to.minItems, wanted.length)) return false;
  if ((from.maxItems ?? Infinity) > (to.maxItems ?? Infinity)) return false;
  for (let index = 0; index < Math.max(given.length, wanted.length); index += 1)
    if (!fits(given[index] ?? from.element, wanted[index] ?? to.element, depth + 1)) return false;
  return from.maxItems === given.length || fits(from.element, to.element, depth + 1);
}

function fitsObject(from: ObjectShape, to: ObjectShape, depth: number): boolean {
  for (const [name, field] of Object.entries(to.fields)) {
    const given = Object.hasOwn(from.fields, name) ? from.fields[name] : undefined;
    if (given === undefined) {
      if (!field.optional) return false;
      if (from.open && (from.rest === undefined || !fits(from.rest, field.shape, depth + 1))) return false;
    } else if ((given.optional && !field.optional) || !fits(given.shape, field.shape, depth + 1))
      return false;
  }
  return fitsRest(from, to, depth);
}

function fitsRest(from: ObjectShape, to: ObjectShape, depth: number): boolean {
  if (to.open && to.rest === undefined) return true;
  const { rest } = to;
  const allowed = (shape: Shape) => to.open && rest !== undefined && fits(shape, rest, depth + 1);
  const others = Object.entries(from.fields).filter(([name]) => !Object.hasOwn(to.fields, name));
  if (!others.every(([, field]) => allowed(field.shape))) return false;
  return !from.open || (from.rest !== undefined && allowed(from.rest));
}

/** Whether no value is in both, for certain. */
export function isDisjoint(left: Shape, right: Shape): boolean {
  return membersOf(left).every((a) => membersOf(right).every((b) => apart(a, b)));
}

function apart(left: Shape, right: Shape): boolean {
  if (left.kind === "unknown" || right.kind === "unknown") return false;
  if (left.kind !== right.kind) return true;
  if ("value" in left && "value" in right && left.value !== undefined && right.value !== undefined)
    return left.value !== right.value;
  return false;
}
