import { membersOf, type Shape, unionOf, unknownShape } from "@statewright/json-types";
import { elementsOf, type Items } from "../items.ts";

/** Shapes that are looked into for `..`; what holds more is not followed. */
const mostShapes = 500;

/** A value and everything inside of it, as `..` goes through it. */
export function everythingIn(shape: Shape): Items {
  const seen = new Set<Shape>();
  const pending: Shape[] = [shape];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "unknown" || seen.size > mostShapes)
      return { element: unknownShape, least: 0, most: Number.POSITIVE_INFINITY };
    for (const member of membersOf(next)) {
      if (member.kind === "missing" || seen.has(member)) continue;
      seen.add(member);
      pending.push(...insideOf(member));
    }
  }
  return { element: unionOf([...seen]), least: 0, most: seen.size === 1 ? 1 : Number.POSITIVE_INFINITY };
}

function insideOf(member: Shape): readonly Shape[] {
  if (member.kind === "array") {
    const { element } = elementsOf(member);
    return element.kind === "never" ? [] : [element];
  }
  if (member.kind !== "object") return [];
  const fields = Object.values(member.fields).map(({ shape }) => shape);
  const rest = member.open ? [member.rest ?? unknownShape] : [];
  return [...fields, ...rest].filter(({ kind }) => kind !== "never");
}
