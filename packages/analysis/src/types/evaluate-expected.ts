import type { JsonValue } from "@statewright/asl";
import type { JsonPointer } from "@statewright/diagnostics";
import { membersOf, printShape, type Shape, unionShape } from "@statewright/json-types";
import { wrongType } from "./diagnostics/wrong-type.ts";
import { evaluateTemplate } from "./evaluate-template.ts";
import { type ExpectedShape, mayFit } from "./field-values.ts";
import type { StateSite } from "./machine-sites.ts";
import type { Sight } from "./sight.ts";
import type { World } from "./world.ts";

/** Evaluates a field whose type Step Functions demands, reports what does not fit, and yields what does. */
export function evaluateExpected(
  value: JsonValue,
  field: string,
  expected: ExpectedShape,
  pointer: JsonPointer,
  sight: Sight,
  world: World,
): Shape {
  return fitting(evaluateTemplate(value, pointer, sight, world), field, expected, pointer, sight, world);
}

/** The part of `shape` that fits what a field must hold; the rest is reported. */
export function fitting(
  shape: Shape,
  field: string,
  expected: ExpectedShape,
  pointer: JsonPointer,
  sight: { readonly site: StateSite },
  world: World,
): Shape {
  if (shape.kind === "unknown") return shape;
  const members = membersOf(shape);
  const fit = members.filter((member) => mayFit(member, expected));
  const doubtful = fit.some((member) => expected.doubts?.(member));
  if (fit.length === members.length && !doubtful) return shape;
  reportUnfit(shape, field, expected, pointer, sight, world, fit.length > 0);
  return fit.length > 0 ? unionShape(...fit) : expected.shape;
}

/** Says that what is there is not what the field must hold, or not always. */
export function reportUnfit(
  found: Shape,
  field: string,
  expected: ExpectedShape,
  pointer: JsonPointer,
  { site }: { readonly site: StateSite },
  world: World,
  sometimes = false,
): void {
  const facts = {
    state: site.name,
    what: `\`${field}\``,
    expected: expected.name,
    found: printShape(found),
    language: site.language,
  };
  world.report(
    wrongType.at(
      { state: site.name, pointer },
      { ...facts, sometimes },
      { severity: sometimes ? "warning" : "error" },
    ),
  );
}
