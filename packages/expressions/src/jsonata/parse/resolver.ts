import type { Span } from "@statewright/diagnostics";
import type { JsonataExpression } from "../expression.ts";
import type { Part, Slot } from "./draft.ts";
import type { RawExpression } from "./raw-expression.ts";

/** What the functions of this stage share. */
export interface Resolver {
  part(raw: RawExpression): Part;
  expression(raw: RawExpression): JsonataExpression;
  report(code: string, span: Span, details?: Readonly<Record<string, unknown>>): void;
  /** The slots of the `%` nodes. */
  readonly slots: Map<object, Slot>;
  /** Resolves `raw`, whose open slots become those of `outer`. */
  inside(outer: { seeking: Slot[] }, raw: RawExpression): JsonataExpression;
}
