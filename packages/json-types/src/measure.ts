import { membersOf } from "./members.ts";
import type { Shape } from "./shape.ts";

/** How large a shape is, counted as a tree: a shape that is used twice counts twice. */
export interface Measure {
  readonly nodes: number;
  readonly depth: number;
}

/** What no operation of the lattice has to work on: doubling a value in a chain of variables reaches it fast. */
const mostNodes = 50_000;
const deepest = 80;

const leaf: Measure = { nodes: 1, depth: 0 };
const endless: Measure = { nodes: Number.POSITIVE_INFINITY, depth: Number.POSITIVE_INFINITY };
/** Shapes are frozen, so what was counted stays true; constructors work bottom up, so a parent looks up its children. */
const known = new WeakMap<Shape, Measure>();

/** What is smaller is counted again each time, for less than it takes to remember it. */
const fewNodes = 32;

/** Whether shapes may stand together inside a larger one; otherwise what is made of them says less. */
export function fitsInside(children: readonly Shape[]): boolean {
  let left = fewNodes;
  for (let index = 0; left > 0 && index < children.length; index += 1)
    left = leftAfter(children[index], left);
  if (left > 0) return true;
  const { nodes, depth } = total(children, 0);
  return nodes < mostNodes && depth < deepest;
}

/** How many of `left` nodes are left after those of a shape; none if it has as many or more. */
function leftAfter(shape: Shape | undefined, left: number): number {
  let rest = left - 1;
  switch (shape?.kind) {
    case "array":
      for (const item of shape.items ?? noShapes) {
        if (rest <= 0) return 0;
        rest = leftAfter(item, rest);
      }
      return rest <= 0 ? 0 : leftAfter(shape.element, rest);
    case "union":
      for (const member of shape.members) {
        if (rest <= 0) return 0;
        rest = leftAfter(member, rest);
      }
      return rest;
    case "object":
      for (const name in shape.fields) {
        if (rest <= 0) return 0;
        rest = leftAfter(shape.fields[name]?.shape, rest);
      }
      return shape.rest === undefined || rest <= 0 ? rest : leftAfter(shape.rest, rest);
    default:
      return rest;
  }
}

const noShapes: readonly Shape[] = [];

function measureOf(shape: Shape, level: number): Measure {
  if (shape.kind !== "array" && shape.kind !== "object" && shape.kind !== "union") return leaf;
  if (level > 2 * deepest) return endless;
  const before = known.get(shape);
  if (before !== undefined) return before;
  const inside = total(childrenOf(shape), level + 1);
  const measure = shape.kind === "union" ? inside : { nodes: inside.nodes + 1, depth: inside.depth + 1 };
  known.set(shape, measure);
  return measure;
}

function total(shapes: readonly Shape[], level: number): Measure {
  let nodes = 0;
  let depth = 0;
  for (const shape of shapes) {
    const one = measureOf(shape, level);
    nodes += one.nodes;
    depth = Math.max(depth, one.depth);
  }
  return { nodes, depth };
}

function childrenOf(shape: Shape): readonly Shape[] {
  if (shape.kind === "array") return [...(shape.items ?? []), shape.element];
  if (shape.kind !== "object") return membersOf(shape);
  const fields = Object.values(shape.fields).map((field) => field.shape);
  return shape.rest === undefined ? fields : [...fields, shape.rest];
}
