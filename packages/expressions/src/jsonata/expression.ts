import type { Span } from "@statewright/diagnostics";

/** Why a text is not a JSONata expression. */
export interface ExpressionProblem {
  /** JSONata's own code: `S0201`. */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}
