import type { Span } from "@statewright/diagnostics";
import { messageOf } from "../messages.ts";
import { FunctionValue } from "./function-value.ts";

/** What ends an evaluation; it becomes the `error` of the {@link Evaluation}. */
export type FailureKind = "error" | "budget" | "unsupported" | "unsupported-result";

/**
 * Carries a failure from deep inside an evaluation to its edge, and never further: `evaluateJsonata` is the
 * one place that catches it. The message is put together there, when the details are complete. It
 * is no `Error`: the stack of our code says nothing about an expression, and is slow to collect.
 */
export class EvaluationFailure {
  readonly code: string | undefined;
  readonly kind: FailureKind;
  readonly details: Record<string, unknown>;
  span: Span | undefined;

  constructor(code: string | undefined, kind: FailureKind, details: Record<string, unknown>, span?: Span) {
    this.code = code;
    this.kind = kind;
    this.details = details;
    this.span = span;
  }

  /** The message with JSONata's words for the code. */
  text(): string {
    return this.code === undefined
      ? String(this.details.message)
      : messageOf(this.code, this.details, inJson);
  }
}

/** A detail of a message. A function is empty; what cannot be written (a transform can make a circle) is `…`. */
function inJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_, inner: unknown) => (inner instanceof FunctionValue ? "" : inner));
  } catch {
    return "…";
  }
}

/** Ends the evaluation with one of JSONata's errors. */
export function fail(code: string, details: Record<string, unknown> = {}, span?: Span): never {
  throw new EvaluationFailure(code, "error", details, span);
}

/** Ends the evaluation because it needs more than it may take. */
export function failBudget(what: string): never {
  throw new EvaluationFailure("U1001", "budget", { value: what });
}

/** Ends the evaluation at something that this engine cannot do faithfully. */
export function failUnsupported(message: string, span?: Span): never {
  throw new EvaluationFailure(undefined, "unsupported", { message }, span);
}

/** Ends the evaluation with a message that has no code, as the functions that AWS added do. */
export function failPlainly(message: string, span?: Span): never {
  throw new EvaluationFailure(undefined, "error", { message }, span);
}
