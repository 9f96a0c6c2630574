import type { JsonRecord, JsonValue } from "@statewright/asl";
import { childPointer, type Diagnostic, type JsonPointer } from "@statewright/diagnostics";
import { inferJsonata } from "@statewright/expressions/infer";
import { printShape, type Shape, stringShape, unknownShape } from "@statewright/json-types";
import { boundedShape } from "./bounded-shape.ts";
import { undefinedResult } from "./diagnostics/undefined-result.ts";
import { wrongType } from "./diagnostics/wrong-type.ts";
import type { Variables } from "./environment.ts";
import type { ReadExpression } from "./expression-texts.ts";
import {
  type ExpressionPlace,
  findingDiagnostic,
  skippedHere,
  sometimesUnassigned,
} from "./finding-diagnostic.ts";
import { placeOf } from "./narrow/place.ts";
import { type Sight, variableShape } from "./sight.ts";
import { namesOf, skippedWay, wayText } from "./skipped-ways.ts";
import { isKnownToMayBeNothing } from "./sources-of-nothing.ts";
import { templateShape } from "./template-shape.ts";
import { mayBeMissing, withoutMissing } from "./without-missing.ts";
import type { World } from "./world.ts";

/**
 * What a template yields when it yields anything: Output, Arguments, ItemSelector.
 *
 * An expression that is nothing for certain, or may be, is reported, and does not count as a value that is
 * handed on (R-JA-16).
 */
export function evaluateTemplate(
  template: JsonValue,
  pointer: JsonPointer,
  sight: Sight,
  world: World,
): Shape {
  const leaf = (text: string, at: JsonPointer) => evaluateText(text, at, sight, world);
  return templateShape(template, pointer, sight.site.name, leaf, {
    note: (at, shape) => world.note(at, { shape }),
  });
}

/** The variables an `Assign` sets (R-VAR-01). */
export function evaluateAssign(
  assign: JsonRecord | undefined,
  pointer: JsonPointer,
  sight: Sight,
  world: World,
): Variables {
  const assigned: Record<string, Shape> = Object.create(null);
  for (const [name, template] of Object.entries(assign ?? {}))
    assigned[name] = evaluateTemplate(template, childPointer(pointer, name), sight, world);
  return assigned;
}

/** What a string of a JSONata state stands for: itself, or what its expression yields. */
export function evaluateText(text: string, pointer: JsonPointer, sight: Sight, world: World): Shape {
  const shape = textShape(text, pointer, sight, world);
  const { states, variables } = sight;
  world.note(pointer, { shape, sees: { states, variables } });
  return shape;
}

function textShape(text: string, pointer: JsonPointer, sight: Sight, world: World): Shape {
  const read = world.texts.read(text);
  switch (read.kind) {
    case "literal":
      return stringShape({ value: read.text });
    case "placeholder":
      return read.whole ? unknownShape : stringShape();
    case "unreadable":
      return unknownShape;
    case "expression":
      return evaluateExpression(read, text, pointer, sight, world);
  }
}

function evaluateExpression(
  read: ReadExpression,
  text: string,
  pointer: JsonPointer,
  sight: Sight,
  world: World,
): Shape {
  const { shape, findings, shapeAt, yieldsFunction } = inferJsonata(read.tree, {
    variable: (name) => variableShape(sight, name),
  });
  const place = { pointer, read, text, sight, world };
  const found = findings
    .map((finding) => findingDiagnostic(finding, place))
    .filter((one) => one !== undefined);
  for (const diagnostic of found) world.report(diagnostic);
  if (yieldsFunction) world.report(functionDiagnostic(place));
  if (shape.kind === "never") return unknownShape;
  if (!mayBeMissing(shape)) return boundedShape(shape);
  const value = withoutMissing(shape);
  const never = value.kind === "never";
  if (found.length > 0) return never ? unknownShape : boundedShape(value);
  if (!never && !isKnownToMayBeNothing(read.tree, read.source, shapeAt)) return boundedShape(value);
  world.report((never ? undefined : sometimesUnassigned(place)) ?? nothingDiagnostic(value, place));
  return never ? unknownShape : boundedShape(value);
}

/** AWS: "returned an unsupported result type" (R-JA-20). */
function functionDiagnostic({ pointer, read, sight }: ExpressionPlace): Diagnostic {
  const what = `\`${read.source.trim()}\``;
  return wrongType.at(
    { state: sight.site.name, pointer },
    { state: sight.site.name, what, expected: "a value", found: "a function", sometimes: false },
  );
}

function nothingDiagnostic(value: Shape, { pointer, read, sight, world }: ExpressionPlace): Diagnostic {
  const never = value.kind === "never";
  const place = never ? undefined : placeOf(read.tree);
  const skipped = place && skippedWay(place, sight.site, world);
  const field = place?.fields.at(-1) ?? place?.variable ?? "";
  return undefinedResult.at(
    { state: sight.site.name, pointer },
    {
      state: sight.site.name,
      expression: read.source.trim(),
      otherwise: never ? undefined : printShape(value),
      skipped: skipped && { field, setBy: namesOf(skipped.setBy), way: wayText(skipped) },
    },
    {
      severity: never ? "error" : "warning",
      related: skipped === undefined ? [] : [skippedHere(skipped, field)],
    },
  );
}
