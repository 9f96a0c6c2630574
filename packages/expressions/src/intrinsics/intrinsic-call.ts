import type { Span } from "@statewright/diagnostics";
import type { JsonPath } from "../json-path/json-path.ts";

/**
 * A call of an intrinsic function, `States.Format('Order {}', $.id)`: plain frozen data with exact spans
 * (R-INTR-01).
 */
export interface IntrinsicCall {
  readonly kind: "call";
  /** `States.Format`; the text may name one that does not exist. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly IntrinsicArgument[];
  readonly span: Span;
}

/** What may stand between the parentheses. */
export type IntrinsicArgument =
  | IntrinsicCall
  | IntrinsicText
  | { readonly kind: "number"; readonly value: number; readonly span: Span }
  | { readonly kind: "boolean"; readonly value: boolean; readonly span: Span }
  | { readonly kind: "null"; readonly span: Span }
  | { readonly kind: "path"; readonly path: JsonPath; readonly span: Span };

/** `'text'`. */
export interface IntrinsicText {
  readonly kind: "string";
  /** Escapes read. */
  readonly value: string;
  /** As written between the quotes: for `States.Format`, `\{}` is no hole. */
  readonly raw: string;
  readonly span: Span;
}
