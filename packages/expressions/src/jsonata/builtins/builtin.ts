import type { Json } from "@statewright/json-types";
import type { CallSite } from "../evaluate/function-value.ts";
import type { Value } from "../evaluate/value.ts";

/** A built-in function. Every one of them is a file or folder here, listed in `registry.ts`. */
export interface Builtin {
  /** Without `$`. */
  readonly name: string;
  /** Arguments are checked against it before `evaluate` sees them: `<s-nn?:s>`. */
  readonly signature: string;
  /** How many arguments a function such as `$map` passes to it. */
  readonly arity: number;
  /** Where only one dialect has it. */
  readonly only?: "aws" | "plain";
  /** One line for a hover. */
  readonly doc: string;
  /** Expressions with their values; they are tests as well. */
  readonly examples: readonly (readonly [expression: string, value: Json])[];
  evaluate(args: readonly Value[], site: CallSite): Value;
}
