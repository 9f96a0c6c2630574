import { membersOf, type Shape, unionOf, unknownShape } from "@statewright/json-types";
import { elementsOf, type Items, spreadItems } from "./items.ts";
import { strongest } from "./join-values.ts";
import { present } from "./presence.ts";
import type { Value } from "./value.ts";

/** Shapes that are looked into; what holds more is not followed. */
const mostShapes = 500;

/** `**`: a value and everything inside of it, but for arrays, of which only the elements count. */
export function descendantItems({ shape, callable, inside }: Value): Items {
  if (callable !== undefined || shape.kind === "unknown") return spreadItems(unknownShape);
  const found = new Set<Shape>();
  const seen = new Set<Shape>();
  const pending: Shape[] = [shape];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "unknown" || seen.size > mostShapes) return spreadItems(unknownShape);
    for (const member of membersOf(next)) {
      if (member.kind === "missing" || seen.has(member)) continue;
      seen.add(member);
      if (member.kind !== "array") found.add(member);
      pending.push(...insideOf(member));
    }
  }
  const alone = membersOf(present(shape)).every(
    (member) => member.kind !== "array" && insideOf(member).length === 0,
  );
  return {
    element: unionOf([...found]),
    least: Math.min(...membersOf(shape).map(leastIn)),
    most: alone ? 1 : Number.POSITIVE_INFINITY,
    inside: strongest(inside),
  };
}

function leastIn(member: Shape): number {
  if (member.kind === "missing" || member.kind === "never") return 0;
  if (member.kind !== "array") return 1;
  return Math.min(elementsOf(member).least, 1) === 1 && holdsValues(elementsOf(member).element) ? 1 : 0;
}

/** No array that may be empty. */
function holdsValues(shape: Shape): boolean {
  return membersOf(shape).every(({ kind }) => kind !== "array" && kind !== "unknown");
}

function insideOf(member: Shape): readonly Shape[] {
  if (member.kind === "array") {
    const { element } = elementsOf(member);
    return element.kind === "never" ? [] : [element];
  }
  if (member.kind !== "object") return [];
  const fields = Object.values(member.fields).map((field) => field.shape);
  const rest = member.open ? [member.rest ?? unknownShape] : [];
  return [...fields, ...rest].filter(({ kind }) => kind !== "never");
}
