import { isAssignable } from "./is-assignable.ts";
import {
  arrayShape,
  booleanShape,
  neverShape,
  numberShape,
  objectShape,
  stringShape,
  unknownShape,
} from "./make-shape.ts";
import { membersOf } from "./members.ts";
import type { ArrayShape, FieldShape, ObjectShape, Shape } from "./shape.ts";

/** A union of more members than this says too little for what it costs, and becomes wider. */
export const mostMembers = 24;

/**
 * The shape of a value that is in one of `members`, in normal form: flat, nothing contained in anything else.
 * `true | false` becomes boolean. Of more than {@link mostMembers} members, literals become their base kinds, and
 * all objects, and all arrays, become one that holds them.
 */
export function unionShape(...members: readonly Shape[]): Shape {
  const first = members[0];
  const second = members[1];
  if (first !== undefined && members.length <= 2) {
    if (second === undefined || first === second || second.kind === "never") return first;
    if (first.kind === "never") return second;
    if (isOfOneKind(second) && isApart(second, first))
      return Object.freeze({ kind: "union", members: Object.freeze([...membersOf(first), second]) });
  }
  return unionOf(members);
}

/** Whether a shape of one kind is of none of those of another. */
function isApart({ kind }: Shape, other: Shape): boolean {
  if (other.kind !== "union") return other.kind !== "unknown" && other.kind !== kind;
  for (const member of other.members) if (member.kind === kind) return false;
  return other.members.length < mostMembers;
}

function isOfOneKind({ kind }: Shape): boolean {
  return kind !== "union" && kind !== "unknown" && kind !== "never";
}

/** {@link unionShape} of as many members as there are: an argument list has an end. */
export function unionOf(members: readonly Shape[]): Shape {
  let kept: Shape[] = [];
  let general = false;
  // Indexes, here and below: most of what inference makes are unions, and an iterator costs more than its items.
  for (let index = 0; index < members.length; index += 1) {
    const given = members[index] ?? neverShape;
    if (given.kind === "unknown") return unknownShape;
    const parts = membersOf(given);
    for (let at = 0; at < parts.length; at += 1) {
      const member = parts[at] ?? neverShape;
      if (general) kept = generalize([...kept, member]);
      else add(member, kept);
      if (kept.length <= mostMembers) continue;
      general = true;
      kept = generalize(kept);
    }
  }
  const first = kept[0];
  if (first === undefined) return neverShape;
  if (kept.length === 1) return first;
  return sameUnion(members, kept) ?? Object.freeze({ kind: "union", members: Object.freeze(kept) });
}

/** The one of `members` that is this union already: what did not change is the same object, and cheap to compare. */
function sameUnion(members: readonly Shape[], kept: readonly Shape[]): Shape | undefined {
  for (let at = 0; at < members.length; at += 1) {
    const given = members[at];
    if (given?.kind === "union" && given.members.length === kept.length) {
      let same = true;
      for (let index = 0; same && index < kept.length; index += 1)
        same = given.members[index] === kept[index];
      if (same) return given;
    }
  }
  return undefined;
}

function add(member: Shape, kept: Shape[]): void {
  let alone = true;
  for (let index = 0; index < kept.length; index += 1) {
    const other = kept[index];
    // No value is of two kinds.
    if (other?.kind !== member.kind) continue;
    if (isAssignable(member, other)) return;
    alone = false;
  }
  if (alone) {
    kept.push(member);
    return;
  }
  const half = member.kind === "boolean" && kept.some((other) => other.kind === "boolean");
  const added = half ? booleanShape() : member;
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const other = kept[index];
    if (other !== undefined && isAssignable(other, added)) kept.splice(index, 1);
  }
  kept.push(added);
}

/** Few shapes that hold all of `shapes`: at most one of each kind. */
function generalize(shapes: readonly Shape[]): Shape[] {
  const general = new Map<Shape["kind"], Shape>();
  for (const shape of shapes) {
    const before = general.get(shape.kind);
    general.set(shape.kind, before === undefined ? shape : merge(before, shape));
  }
  return [...general.values()];
}

function merge(left: Shape, right: Shape): Shape {
  if (left.kind === "object" && right.kind === "object") return mergeObjects(left, right);
  if (left.kind === "array" && right.kind === "array") return mergeArrays(left, right);
  if (left.kind === "string") return stringShape();
  if (left.kind === "boolean") return booleanShape();
  if (left.kind === "number" && right.kind === "number") return numberShape();
  return left;
}

function mergeObjects(left: ObjectShape, right: ObjectShape): ObjectShape {
  const fields: Record<string, FieldShape> = Object.create(null);
  for (const name of new Set([...Object.keys(left.fields), ...Object.keys(right.fields)])) {
    const one = fieldIn(left, name);
    const other = fieldIn(right, name);
    if (one.shape.kind === "unknown" && one.optional && other.optional) continue;
    fields[name] = {
      shape: unionShape(one.shape, other.shape),
      optional: one.optional || other.optional,
      ...(one.from && { from: one.from }),
    };
  }
  const open = left.open || right.open;
  const rests = [left, right].filter((side) => side.open).map((side) => side.rest);
  const known = rests.filter((rest) => rest !== undefined);
  return objectShape(fields, {
    open,
    ...(open && known.length === rests.length && { rest: unionShape(...known) }),
  });
}

function fieldIn(shape: ObjectShape, name: string): FieldShape {
  const field = shape.fields[name];
  if (field !== undefined) return field;
  const absent: Shape = shape.open ? (shape.rest ?? unknownShape) : neverShape;
  return { shape: absent, optional: true };
}

function mergeArrays(left: ArrayShape, right: ArrayShape): ArrayShape {
  const elements = [left, right].flatMap((side) => [...(side.items ?? []), side.element]);
  const most = Math.max(left.maxItems ?? Infinity, right.maxItems ?? Infinity);
  return arrayShape(unionShape(...elements), {
    minItems: Math.min(left.minItems, right.minItems),
    ...(most < Infinity && { maxItems: most }),
  });
}
