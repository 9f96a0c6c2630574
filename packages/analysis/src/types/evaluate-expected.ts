import type { JsonValue } from "@statewright/asl";
import type { JsonPointer } from "@statewright/diagnostics";
import {
  isDisjoint,
  membersOf,
  numberShape,
  printShape,
  type Shape,
  stringShape,
  unionShape,
} from "@statewright/json-types";
import { wrongType } from "./diagnostics/wrong-type.ts";
import { evaluateTemplate } from "./evaluate-template.ts";
import type { Sight } from "./sight.ts";
import type { World } from "./world.ts";

/** What a field must hold, and how that is called in a message. */
export interface ExpectedShape {
  readonly shape: Shape;
  readonly name: string;
}

export const expectedNumber: ExpectedShape = { shape: numberShape(), name: "a number" };
export const expectedText: ExpectedShape = { shape: stringShape(), name: "a string" };
export const expectedTimestamp: ExpectedShape = {
  shape: stringShape(),
  name: "a timestamp such as 2026-01-01T00:00:00Z",
};

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
  sight: Sight,
  world: World,
): Shape {
  const members = membersOf(shape);
  const fit = members.filter((member) => !isDisjoint(member, expected.shape));
  if (fit.length === members.length) return shape;
  reportUnfit(shape, field, expected, pointer, sight, world, fit.length > 0);
  return fit.length > 0 ? unionShape(...fit) : expected.shape;
}

/** Says that what is there is not what the field must hold, or not always. */
export function reportUnfit(
  found: Shape,
  field: string,
  expected: ExpectedShape,
  pointer: JsonPointer,
  { site }: Sight,
  world: World,
  sometimes = false,
): void {
  const facts = { state: site.name, what: `\`${field}\``, expected: expected.name, found: printShape(found) };
  world.report(
    wrongType.at(
      { state: site.name, pointer },
      { ...facts, sometimes },
      { severity: sometimes ? "warning" : "error" },
    ),
  );
}
