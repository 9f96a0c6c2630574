import type { Span } from "@statewright/diagnostics";

/** `'text'` or `"text"`; `value` has its escapes resolved. */
export interface StringLiteral {
  readonly kind: "string";
  readonly value: string;
  readonly span: Span;
}

/** A number; a minus directly before it is part of it. */
export interface NumberLiteral {
  readonly kind: "number";
  readonly value: number;
  readonly span: Span;
}

/** `true` or `false`. */
export interface BooleanLiteral {
  readonly kind: "boolean";
  readonly value: boolean;
  readonly span: Span;
}

/** `null`. */
export interface NullLiteral {
  readonly kind: "null";
  readonly span: Span;
}

/** `/pattern/flags`: a function that matches. `flags` holds only `i` and `m`. */
export interface RegexLiteral {
  readonly kind: "regex";
  readonly pattern: string;
  readonly flags: string;
  readonly span: Span;
}
