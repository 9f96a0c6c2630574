import { membersOf, missingShape, numberShape, type Shape, unionShape } from "@statewright/json-types";
import { spreadItems } from "../items.ts";
import { isInteger, leastOf } from "../number-facts.ts";
import { argument, type BuiltinCall, type BuiltinRule, givesFor } from "./builtin.ts";

/** Functions that make one number of an array. */
export const aggregates: Readonly<Record<string, BuiltinRule>> = {
  sum: givesFor((call) => likeElements(call)),
  count: (call) => ({ shape: countOf(call) }),
  max: givesFor((call) => unlessEmpty(call, likeElements(call))),
  min: givesFor((call) => unlessEmpty(call, likeElements(call))),
  average: givesFor((call) => unlessEmpty(call, numberShape())),
};

function likeElements(call: BuiltinCall): Shape {
  const { element } = spreadItems(argument(call, 0));
  if (element.kind === "unknown") return numberShape();
  const known = membersOf(element).some(({ kind }) => kind === "number");
  return numberShape({
    ...((isInteger(element) || element.kind === "never") && { integer: true }),
    ...(known && leastOf(element) >= 0 && { minimum: 0 }),
  });
}

function unlessEmpty(call: BuiltinCall, result: Shape): Shape {
  const arrays = membersOf(argument(call, 0)).filter(({ kind }) => kind !== "missing");
  return arrays.every((array) => array.kind === "array" && array.minItems > 0)
    ? result
    : unionShape(result, missingShape);
}

function countOf(call: BuiltinCall): Shape {
  const shape = argument(call, 0);
  if (shape.kind === "array" && shape.minItems === shape.maxItems)
    return numberShape({ value: shape.minItems });
  const { least } = spreadItems(shape);
  if (least === 0) return count;
  return numberShape({ integer: true, minimum: least });
}

const count = numberShape({ integer: true, minimum: 0 });
