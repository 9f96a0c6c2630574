import type { Json } from "@statewright/json-types";
import { intrinsicFunctions } from "./intrinsic-functions.ts";

/** The name of one of the intrinsic functions. */
export type IntrinsicName =
  | "States.Format"
  | "States.StringToJson"
  | "States.JsonToString"
  | "States.Array"
  | "States.ArrayPartition"
  | "States.ArrayContains"
  | "States.ArrayRange"
  | "States.ArrayGetItem"
  | "States.ArrayLength"
  | "States.ArrayUnique"
  | "States.Base64Encode"
  | "States.Base64Decode"
  | "States.Hash"
  | "States.JsonMerge"
  | "States.MathRandom"
  | "States.MathAdd"
  | "States.StringSplit"
  | "States.UUID";

/** What an intrinsic function takes and gives, for checks, hovers and completions (R-INTR-04). */
export interface IntrinsicFunction {
  /** In their order. */
  readonly parameters: readonly IntrinsicParameter[];
  /** Any number of further arguments. */
  readonly rest?: IntrinsicParameter;
  readonly result: IntrinsicKind;
  /** One line for a hover. */
  readonly doc: string;
  /** Calls with the input they see and their values; they are tests as well. */
  readonly examples: readonly (readonly [call: string, input: Json, value: Json])[];
}

/** A parameter of an intrinsic function. */
export interface IntrinsicParameter {
  readonly name: string;
  readonly kind: IntrinsicKind;
  readonly optional?: true;
}

/** What a parameter takes. `integer`: a number that is rounded to one; `scalar`: text, number, boolean or null. */
export type IntrinsicKind = "any" | "array" | "object" | "string" | "integer" | "boolean" | "scalar";

/**
 * The intrinsic function of this name, or nothing.
 *
 * @example
 * ```ts
 * intrinsicFunction("States.ArrayLength")?.parameters; // → [{ name: "array", kind: "array" }]
 * ```
 * @throws Never.
 */
export function intrinsicFunction(name: string): IntrinsicFunction | undefined {
  return isIntrinsicName(name) ? intrinsicFunctions[name] : undefined;
}

/** The names of all intrinsic functions. */
export const intrinsicNames: readonly IntrinsicName[] = Object.freeze(
  Object.keys(intrinsicFunctions) as IntrinsicName[],
);

/** Whether there is an intrinsic function of this name. */
export function isIntrinsicName(name: string): name is IntrinsicName {
  return Object.hasOwn(intrinsicFunctions, name);
}

/** How many arguments a function takes; any number has no `most`. */
export function argumentCounts({ parameters, rest }: IntrinsicFunction): {
  readonly least: number;
  readonly most?: number;
} {
  let least = 0;
  for (const { optional } of parameters) if (!optional) least += 1;
  return rest === undefined ? { least, most: parameters.length } : { least };
}
