import type { Json } from "@statewright/json-types";
import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";
import type { IntrinsicFunction, IntrinsicKind } from "../intrinsic-function.ts";

/** The arguments as the function takes them: numbers rounded, all others checked. */
export function fittingArguments(
  { parameters, rest }: IntrinsicFunction,
  args: readonly Json[],
): readonly Json[] {
  return args.map((value, index) => {
    const parameter = parameters[index] ?? rest;
    return parameter === undefined ? value : fitting(value, parameter.kind, index);
  });
}

function fitting(value: Json, kind: IntrinsicKind, index: number): Json {
  switch (kind) {
    case "any":
    case "scalar": // AWS prints objects and arrays too, as recorded
      return value;
    case "integer":
      // As Java's Math.round does: halves go up (recorded of MathAdd).
      return typeof value === "number" ? Math.floor(value + 0.5) + 0 : misfit("a number", index);
    case "array":
      return Array.isArray(value) ? value : misfit("an array", index);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value)
        ? value
        : misfit("an object", index);
    case "string":
      return typeof value === "string" ? value : misfit("a string", index);
    case "boolean":
      return typeof value === "boolean" ? value : misfit("a boolean", index);
  }
}

function misfit(what: string, index: number): never {
  return stopInvalid(`Argument ${index + 1} must be ${what}.`);
}
