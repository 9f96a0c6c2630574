import type { Span } from "@statewright/diagnostics";
import type { JsonPath } from "./json-path.ts";

/** What a filter `[?(…)]` asks of each item. */
export type FilterExpression = FilterCombination | FilterNot | FilterComparison | FilterExistence;

/** `a && b`, `a || b`. */
export interface FilterCombination {
  readonly kind: "and" | "or";
  readonly operands: readonly FilterExpression[];
  readonly span: Span;
}

/** `!a`. */
export interface FilterNot {
  readonly kind: "not";
  readonly operand: FilterExpression;
  readonly span: Span;
}

/** `@.price < 10`. */
export interface FilterComparison {
  readonly kind: "compare";
  readonly operator: "==" | "!=" | "<" | "<=" | ">" | ">=";
  readonly left: FilterOperand;
  readonly right: FilterOperand;
  readonly span: Span;
}

/** `@.isbn`: whether the path leads anywhere. */
export interface FilterExistence {
  readonly kind: "exists";
  readonly path: JsonPath;
  readonly span: Span;
}

/** One side of a comparison. */
export type FilterOperand =
  | { readonly kind: "path"; readonly path: JsonPath; readonly span: Span }
  | {
      readonly kind: "literal";
      readonly value: string | number | boolean | null;
      /** Text without quotes, as in `@.type==tool_use`. */
      readonly bare?: true;
      readonly span: Span;
    };
