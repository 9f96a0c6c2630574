import { isAssignable } from "./is-assignable.ts";
import { neverShape, unknownShape } from "./make-shape.ts";
import { membersOf } from "./members.ts";
import type { Shape } from "./shape.ts";

/** A union of more members than this says too little for what it costs, and becomes wider. */
export const mostMembers = 24;

/**
 * The shape of a value that is in one of `members`, in normal form: flat, nothing contained in anything else.
 * `true | false` becomes boolean. More than {@link mostMembers} members become their base kinds, then unknown.
 */
export function unionShape(...members: readonly Shape[]): Shape {
  const flat = flatten(members);
  if (flat === undefined) return unknownShape;
  const kept = withoutContained(mergedBooleans(flat));
  if (kept.length <= mostMembers) return unionOf(kept);
  const bases = withoutContained(mergedBooleans(kept.map(withoutLiteral)));
  return bases.length <= mostMembers ? unionOf(bases) : unknownShape;
}

function unionOf(members: readonly Shape[]): Shape {
  const [first] = members;
  if (first === undefined) return neverShape;
  return members.length === 1
    ? first
    : Object.freeze({ kind: "union", members: Object.freeze([...members]) });
}

/** Nothing when one of them is unknown. */
function flatten(members: readonly Shape[]): Shape[] | undefined {
  const flat: Shape[] = [];
  for (const member of members) {
    if (member.kind === "unknown") return undefined;
    flat.push(...membersOf(member));
  }
  return flat;
}

function mergedBooleans(members: readonly Shape[]): readonly Shape[] {
  const has = (value: boolean) =>
    members.some((member) => member.kind === "boolean" && member.value === value);
  if (!has(true) || !has(false)) return members;
  return [...members, Object.freeze({ kind: "boolean" as const })];
}

function withoutContained(members: readonly Shape[]): Shape[] {
  const kept: Shape[] = [];
  for (const member of members) {
    if (kept.some((other) => isAssignable(member, other))) continue;
    const remaining = kept.filter((other) => !isAssignable(other, member));
    kept.splice(0, kept.length, ...remaining, member);
  }
  return kept;
}

function withoutLiteral(shape: Shape): Shape {
  if (shape.kind === "string" || shape.kind === "number") return Object.freeze({ kind: shape.kind });
  return shape;
}
