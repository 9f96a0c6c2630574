import type { JsonPointer, Span } from "@statewright/diagnostics";
import { parseJsonPath } from "@statewright/expressions";
import { inferJsonPath, type PathShapes } from "@statewright/expressions/infer";
import {
  elementOf,
  fieldOf,
  membersOf,
  missingShape,
  neverShape,
  printShape,
  type Shape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { boundedShape } from "../bounded-shape.ts";
import { undefinedResult } from "../diagnostics/undefined-result.ts";
import type { Variables } from "../environment.ts";
import {
  nearestField,
  skippedHere,
  unassignedDiagnostic,
  unknownFieldDiagnostic,
} from "../finding-diagnostic.ts";
import type { StateSite } from "../machine-sites.ts";
import { placeOfPath } from "../narrow/data-test.ts";
import { namesOf, skippedWay, wayText } from "../skipped-ways.ts";
import type { TextPlace } from "../text-place.ts";
import { mayBeMissing, withoutMissing } from "../without-missing.ts";
import type { World } from "../world.ts";
import { type DefinitePath, definiteRoot, type PathStep, parsePath } from "./parse-path.ts";

/** What the paths of one field can see. */
export interface PathSight {
  readonly site: StateSite;
  /** `$`: which value that is depends on the field (R-JP-05, R-JP-14). */
  readonly value: Shape;
  /** `$$`. */
  readonly context: Shape;
  readonly variables: Variables;
  /** It is only asked whether something is there: what is not fails nothing, but may be a slip of the pen. */
  readonly asked?: boolean;
}

/**
 * What a path yields when it yields anything. A definite path that leads nowhere fails the state (R-PATH-05),
 * and is reported; what cannot be followed is unknown.
 */
export function readPath(text: string, pointer: JsonPointer, sight: PathSight, world: World): Shape {
  const shape = followPath(text, { pointer, whole: text, start: 0 }, sight, world);
  const { value, context, variables } = sight;
  world.note(pointer, { shape, sees: { value, context, variables } });
  return shape;
}

/** Where a path stands in a string: from `start` on, as an argument of a call; else it is all of it. */
export interface PathPlace {
  readonly pointer: JsonPointer;
  readonly whole: string;
  readonly start: number;
}

/** What a path in a string yields when it yields anything; what is wrong with it is reported there. */
export function followPath(text: string, at: PathPlace, sight: PathSight, world: World): Shape {
  const path = parsePath(text);
  if (path === undefined) return selected(text, at, sight, world);
  let shape = rootOf(path, at, sight, world);
  let whole = true;
  for (const step of path.steps) {
    const before = shape;
    const after = stepInto(before, step.key);
    shape = withoutMissing(after);
    if (shape.kind === "never") {
      reportLost(step, before, at, sight, world);
      return unknownShape;
    }
    whole &&= !mayBeMissing(after);
  }
  if (!whole && !sight.asked) reportSometimesLost(shape, text, at, sight, world);
  return shape;
}

/** What a path finds that can name several values, or counts from the end. */
function selected(text: string, at: PathPlace, sight: PathSight, world: World): Shape {
  const { path } = parseJsonPath(text);
  if (path === undefined) return unknownShape;
  let shape = rootOf(definiteRoot(path), at, sight, world);
  // Without one of the names before and after what can be several nothing is ever found, and nothing fails.
  for (const step of path.steps) {
    const before = shape;
    if (step.kind === "child" && !step.placeholder) shape = withoutMissing(stepInto(before, step.name));
    else if (step.kind === "index" && step.index >= 0) shape = withoutMissing(stepInto(before, step.index));
    else if (step.kind === "filter" || step.kind === "slice") shape = elementsOf(before);
    else break;
    if (shape.kind !== "never") continue;
    if (step.kind === "child")
      reportLost({ key: step.name, span: step.span }, before, at, sight, world, path.isDefinite);
    break;
  }
  return possible(inferJsonPath(path, shapesIn(sight)));
}

/** What the paths of a field see, for inference. */
export function shapesIn({ value, context, variables }: PathSight): PathShapes {
  const variable = (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined);
  return { document: value, context, variable };
}

/** What is there if anything is: what always fails says nothing of what follows. */
export function possible(shape: Shape): Shape {
  return shape.kind === "never" ? unknownShape : boundedShape(shape);
}

function rootOf(
  { root, variable = "" }: Pick<DefinitePath, "root" | "variable">,
  at: PathPlace,
  sight: PathSight,
  world: World,
): Shape {
  if (root === "value") return sight.value;
  if (root === "context") return sight.context;
  const known = Object.hasOwn(sight.variables, variable) ? sight.variables[variable] : undefined;
  const shape = known ?? missingShape;
  if (!mayBeMissing(shape)) return shape;
  const value = withoutMissing(shape);
  const certain = value.kind === "never";
  if (sight.asked) return certain ? unknownShape : value;
  const span = { start: 0, end: variable.length + 1 };
  world.report(unassignedDiagnostic({ variable, certain, fails: true }, textPlace(span, at), sight, world));
  return certain ? unknownShape : value;
}

/** What a filter or a slice selects from; unknown for anything but arrays. */
function elementsOf(shape: Shape): Shape {
  const members = membersOf(shape);
  if (shape.kind === "unknown" || members.some(({ kind }) => kind !== "array")) return unknownShape;
  return unionShape(...members.map(elementOf));
}

/** A field of an object or an element of an array; anything else leads nowhere. */
function stepInto(shape: Shape, key: string | number): Shape {
  if (shape.kind === "unknown") return unknownShape;
  return unionShape(
    ...membersOf(shape).map((member) => {
      if (typeof key === "string") return member.kind === "object" ? fieldOf(member, key) : missingShape;
      if (member.kind !== "array") return missingShape;
      const item = member.items?.[key] ?? member.element;
      if (key < Math.max(member.minItems, member.items?.length ?? 0)) return item;
      const beyond = member.maxItems !== undefined && key >= member.maxItems;
      return beyond || item === neverShape ? missingShape : unionShape(item, missingShape);
    }),
  );
}

function reportLost(
  { key, span }: PathStep,
  of: Shape,
  at: PathPlace,
  sight: PathSight,
  world: World,
  fails = !sight.asked,
): void {
  if (sight.asked && nearestField(String(key), of) === undefined) return;
  const facts = { field: String(key), of, fails };
  world.report(unknownFieldDiagnostic(facts, textPlace(span, at), sight.site, world));
}

function textPlace(span: Span, { pointer, whole, start }: PathPlace): TextPlace {
  return { pointer, text: whole, start, span };
}

function reportSometimesLost(
  shape: Shape,
  text: string,
  { pointer }: PathPlace,
  { site }: PathSight,
  world: World,
): void {
  const place = placeOfPath(text, true);
  const skipped = place && skippedWay(place, site, world);
  const field = place?.fields.at(-1) ?? place?.variable ?? text;
  world.report(
    undefinedResult.at(
      { state: site.name, pointer },
      {
        state: site.name,
        expression: text,
        otherwise: printShape(shape),
        language: "JSONPath",
        skipped: skipped && { field, setBy: namesOf(skipped.setBy), way: wayText(skipped) },
      },
      { severity: "warning", related: skipped === undefined ? [] : [skippedHere(skipped, field)] },
    ),
  );
}
