import type { Span } from "@statewright/diagnostics";

/** `$name`; the name `""` is `$` (the context), `"$"` is `$$` (the input document). */
export interface VariableExpression {
  readonly kind: "variable";
  readonly name: string;
  readonly span: Span;
}

/** `*`: every field's value. */
export interface WildcardExpression {
  readonly kind: "wildcard";
  readonly span: Span;
}

/** `**`: every value at any depth. */
export interface DescendantsExpression {
  readonly kind: "descendants";
  readonly span: Span;
}

/** `%`: the object that the value was taken from. Steps with the same `ancestor` number provide it. */
export interface ParentExpression {
  readonly kind: "parent";
  readonly ancestor: number;
  readonly span: Span;
}
