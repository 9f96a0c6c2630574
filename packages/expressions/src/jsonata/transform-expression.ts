import type { Span } from "@statewright/diagnostics";
import type { JsonataExpression } from "./expression.ts";

/** `|pattern|update, deletion|`: a function that gives a changed copy of its argument. */
export interface TransformExpression {
  readonly kind: "transform";
  /** Which parts of the copy are changed. */
  readonly pattern: JsonataExpression;
  /** An object whose fields are merged into each part. */
  readonly update: JsonataExpression;
  /** The names of the fields that are taken out of each part. */
  readonly deletion?: JsonataExpression;
  readonly span: Span;
}
