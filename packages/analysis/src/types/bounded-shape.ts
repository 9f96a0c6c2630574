import { type Shape, unknownShape } from "@statewright/json-types";

/** Shapes with more parts than this, or nested deeper, are forgotten: data that doubles in each state has 2ⁿ parts. */
const mostParts = 20_000;
const deepest = 90;

interface Measure {
  readonly parts: number;
  readonly depth: number;
}

const measured = new WeakMap<Shape, Measure>();

/** The shape itself, or unknown where it is too large to reason about in bounded time. */
export function boundedShape(shape: Shape): Shape {
  const { parts, depth } = measure(shape, 0);
  return parts > mostParts || depth > deepest ? unknownShape : shape;
}

/** How many parts a shape has, up to the bound. */
export function partsOf(shape: Shape): number {
  return measure(shape, 0).parts;
}

/** Shared parts count each time they occur, as they do for whoever walks the shape, but are measured once. */
function measure(shape: Shape, level: number): Measure {
  const known = measured.get(shape);
  if (known !== undefined) return known;
  if (level > deepest) return { parts: 1, depth: deepest };
  let parts = 1;
  let depth = 0;
  for (const inner of insideOf(shape)) {
    const size = measure(inner, level + 1);
    parts = Math.min(parts + size.parts, mostParts + 1);
    depth = Math.max(depth, size.depth + 1);
  }
  const found = { parts, depth };
  measured.set(shape, found);
  return found;
}

function insideOf(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case "array":
      return [shape.element, ...(shape.items ?? [])];
    case "object": {
      const fields = Object.values(shape.fields).map((field) => field.shape);
      return shape.rest === undefined ? fields : [...fields, shape.rest];
    }
    case "union":
      return shape.members;
    default:
      return [];
  }
}
