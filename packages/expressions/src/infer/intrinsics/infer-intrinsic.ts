import {
  booleanShape,
  nullShape,
  numberShape,
  type Shape,
  stringShape,
  unknownShape,
} from "@statewright/json-types";
import type { IntrinsicArgument, IntrinsicCall } from "../../intrinsics/intrinsic-call.ts";
import { isIntrinsicName } from "../../intrinsics/intrinsic-function.ts";
import { inferJsonPath, type PathShapes } from "../json-path/infer-json-path.ts";
import { intrinsicRules } from "./rules.ts";

/** Calls that are followed into their arguments; the reader takes no deeper ones (R-INTR-03). */
const deepest = 20;

/**
 * Infers what a call of an intrinsic function gives when it gives anything (R-INTR-05). Arguments that are paths are
 * followed as in a field of their own.
 *
 * @example
 * ```ts
 * const { call } = parseIntrinsic("States.ArrayPartition($.ids, 10)");
 * call && inferIntrinsic(call, { document, context: unknownShape, variable: () => undefined }); // → string[][]
 * ```
 * @throws Never.
 */
export function inferIntrinsic(call: IntrinsicCall, shapes: PathShapes): Shape {
  return callShape(call, shapes, 0);
}

function callShape(call: IntrinsicCall, shapes: PathShapes, depth: number): Shape {
  if (depth > deepest || !isIntrinsicName(call.name)) return unknownShape;
  const given = call.arguments.map((argument) => argumentShape(argument, shapes, depth));
  return intrinsicRules[call.name](given, call.arguments);
}

function argumentShape(argument: IntrinsicArgument, shapes: PathShapes, depth: number): Shape {
  switch (argument.kind) {
    case "call":
      return callShape(argument, shapes, depth + 1);
    case "path":
      return inferJsonPath(argument.path, shapes);
    case "string":
      return stringShape({ value: argument.value });
    case "number":
      return numberShape({ value: argument.value });
    case "boolean":
      return booleanShape(argument.value);
    case "null":
      return nullShape;
  }
}
