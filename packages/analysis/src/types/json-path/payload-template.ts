import { hasPlaceholder, type JsonValue } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { parseIntrinsic } from "@statewright/expressions";
import { inferIntrinsic } from "@statewright/expressions/infer";
import { literalShape, type Shape, stringShape, unknownShape } from "@statewright/json-types";
import type { Variables } from "../environment.ts";
import { templateShape } from "../template-shape.ts";
import type { World } from "../world.ts";
import { checkIntrinsic } from "./check-intrinsic.ts";
import { type PathSight, possible, readPath, shapesIn } from "./read-path.ts";

/** What a payload template yields (R-JP-06): values whose keys end in `.$` are paths, all others stand for themselves. */
export function evaluatePayload(
  template: JsonValue,
  pointer: JsonPointer,
  sight: PathSight,
  world: World,
): Shape {
  const leaf = (text: string, at: JsonPointer) =>
    at.endsWith(".$") ? evaluatePathText(text, at, sight, world) : literal(text, at, world);
  return templateShape(template, pointer, sight.site.name, leaf, {
    nameOf,
    note: (at, shape) => world.note(at, { shape }),
  });
}

/** The variables that an `Assign` sets; names lose their `.$` as other keys do. */
export function evaluateAssignment(
  assign: JsonValue | undefined,
  pointer: JsonPointer,
  sight: PathSight,
  world: World,
): Variables {
  const assigned: Record<string, Shape> = Object.create(null);
  if (typeof assign !== "object" || assign === null) return assigned;
  for (const [key, value] of Object.entries(assign)) {
    const at = childPointer(pointer, key);
    assigned[nameOf(key)] =
      typeof value === "string" && key.endsWith(".$")
        ? evaluatePathText(value, at, sight, world)
        : evaluatePayload(value, at, sight, world);
  }
  return assigned;
}

/** A path, or a call of an intrinsic function. */
export function evaluatePathText(text: string, pointer: JsonPointer, sight: PathSight, world: World): Shape {
  if (!text.startsWith("States.")) return readPath(text, pointer, sight, world);
  const { call } = parseIntrinsic(text);
  if (call !== undefined) checkIntrinsic(call, text, pointer, sight, world);
  const shape = call === undefined ? unknownShape : possible(inferIntrinsic(call, shapesIn(sight)));
  const { value, context, variables } = sight;
  world.note(pointer, { shape, sees: { value, context, variables } });
  return shape;
}

function literal(text: string, pointer: JsonPointer, world: World): Shape {
  const shape = plainText(text);
  world.note(pointer, { shape });
  return shape;
}

/** A text with a placeholder is not known yet; one that is nothing else may come to stand for a number. */
export function plainText(text: string): Shape {
  if (!hasPlaceholder(text)) return literalShape(text);
  return /^\$\{[^}]*\}$/.test(text) ? unknownShape : stringShape();
}

function nameOf(key: string): string {
  return key.endsWith(".$") ? key.slice(0, -2) : key;
}
