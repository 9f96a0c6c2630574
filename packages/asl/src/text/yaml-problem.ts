import type { Span } from "@statewright/diagnostics";

/** What is wrong with a YAML text. */
export interface YamlProblem {
  /**
   * `too-many-aliases`: the values of its aliases, written out, are more than anyone reads; `too-long`: it is left
   * unread for its length.
   */
  readonly kind: "syntax" | "duplicate-key" | "too-deep" | "too-long" | "too-many-aliases";
  readonly span: Span;
  readonly message: string;
  /** The key that stands twice. */
  readonly name?: string;
  /** Of a key that stands twice: the one before. */
  readonly first?: Span;
}
