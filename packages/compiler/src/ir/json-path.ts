import type { Arrow } from "./arrow.ts";
import type { RawExpression, Template } from "./template.ts";

/** The fields that only a state in JSONPath has, where its kind has them (R-JP-01). */
export interface JsonPathFields {
  readonly inputPath?: PathField;
  readonly parameters?: Template;
  /** Of a Pass: what it yields, as it stands (R-PASS-01). */
  readonly result?: Template;
  readonly resultSelector?: Template;
  /** `null` discards the result. */
  readonly resultPath?: string | null;
  readonly outputPath?: PathField;
}

/** A path as it was written, or an arrow that is a reference; `null` discards. */
export type PathField = null | RawExpression | { readonly kind: "arrow"; readonly arrow: Arrow };
