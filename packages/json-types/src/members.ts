import type { Shape } from "./shape.ts";

/** The members of a union, or the shape itself; none of `never`. */
export function membersOf(shape: Shape): readonly Shape[] {
  if (shape.kind === "union") return shape.members;
  return shape.kind === "never" ? none : [shape];
}

const none: readonly Shape[] = Object.freeze([]);
