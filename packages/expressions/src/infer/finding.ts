import type { Span } from "@statewright/diagnostics";
import type { Shape } from "@statewright/json-types";

/** Something that an expression does which gives nothing, or fails. */
export interface InferenceFinding {
  readonly kind: "unknown-field" | "unassigned-variable" | "wrong-type";
  /** The smallest wrong thing: the field's name, the variable, the operand. */
  readonly span: Span;
  /**
   * Of a field: no value that can be there has it; otherwise some have it and some cannot.
   * Of a type: whenever the expression is evaluated it fails; otherwise only if this part of it is evaluated, or
   * if something is there.
   */
  readonly certain: boolean;
  /** Whether it is there is what the expression asks: that it never is, may be the answer, or a slip in its name. */
  readonly asked?: boolean;
  /** unknown-field: its name, and what it was read from. */
  readonly field?: string;
  readonly of?: Shape;
  /** unassigned-variable: its name without `$`. */
  readonly variable?: string;
  /** wrong-type: JSONata's code (`T2001`), who refuses (`+`, `$sum`), what it takes, and what is there instead. */
  readonly code?: string;
  readonly what?: string;
  readonly expected?: string;
  readonly found?: Shape;
}
