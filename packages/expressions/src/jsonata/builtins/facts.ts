import type { Json } from "@statewright/json-types";

/** What is known of a built-in function without running it. Each has a folder here, listed in `all-facts.ts`. */
export interface BuiltinFacts {
  /** Without `$`. */
  readonly name: string;
  /** JSONata's own notation for what it takes and gives: `<s-nn?:s>`. */
  readonly signature: string;
  /** How many arguments a function such as `$map` passes to it. */
  readonly arity: number;
  /** JSONata 2.0.6 cannot apply it partially, since one of its own parameters has a default there. */
  readonly partial?: false;
  /** Where only one dialect has it. */
  readonly only?: "aws" | "plain";
  /** One line for a hover. */
  readonly doc: string;
  /** Expressions with their values; they are tests as well. */
  readonly examples: readonly (readonly [expression: string, value: Json])[];
}
