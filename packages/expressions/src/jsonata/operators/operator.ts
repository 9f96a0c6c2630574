import type { Span } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Run } from "../evaluate/frame.ts";
import type { Value } from "../evaluate/value.ts";
import type { BinaryOperator } from "../operator-expression.ts";

/** What is known of an operator without running it. Each has a folder here, listed in `all-operators.ts`. */
export interface OperatorFacts {
  /** As it is written; `…` stands for an operand: `[…]`. */
  readonly symbol: string;
  /** In a word or two. */
  readonly name: string;
  /** What the operands are and what comes out, in JSONata's notation for functions: `<nn:n>`. */
  readonly signature: string;
  /** One line for a hover. */
  readonly doc: string;
  /** Expressions with their values; they are tests as well. */
  readonly examples: readonly (readonly [expression: string, value: Json])[];
}

/** The operators that take the values of both sides; `and` and `or` may not need the right one. */
export type ValueOperator = Exclude<BinaryOperator, "and" | "or">;

/** What such an operator does. */
export type EvaluateOperator = (left: Value, right: Value, span: Span, run: Run) => Value;
