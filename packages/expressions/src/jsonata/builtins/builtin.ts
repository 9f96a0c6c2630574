import type { CallSite } from "../evaluate/function-value.ts";
import type { Value } from "../evaluate/value.ts";
import type { BuiltinFacts } from "./facts.ts";

/** What a built-in function does; its arguments have been checked against the signature. */
export type EvaluateBuiltin = (args: readonly Value[], site: CallSite) => Value;

/** A built-in function: what is known of it, and what it does. */
export interface Builtin extends BuiltinFacts {
  readonly evaluate: EvaluateBuiltin;
}
