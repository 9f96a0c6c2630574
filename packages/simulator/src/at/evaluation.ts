import type { JsonPointer, Span } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";

/** What an expression sees; what is left out is `{}` or not there. */
export interface EvaluationData {
  /** The input of the state. */
  readonly input?: Json;
  readonly variables?: Readonly<Record<string, Json>>;
  /** `$states.result`; in JSONPath `$` of ResultSelector, and of Assign of a Task, Parallel or Map. */
  readonly result?: Json;
  /** The Error Output that the fields of a catcher see: `{ "Error": …, "Cause": … }`. */
  readonly errorOutput?: Json;
  /** The context object, instead of the one that an execution has at its start. */
  readonly context?: Json;
  /** For what is random (default 0). */
  readonly seed?: number;
  /** When the execution starts: an ISO 8601 time; by default 2026-01-01T00:00:00Z. */
  readonly start?: string;
}

/** What an expression of a machine gives. */
export type Evaluation =
  | { readonly status: "value"; readonly value: Json }
  /** As AWS would fail: the error's name, and the cause without where the state was entered. */
  | {
      readonly status: "failed";
      readonly error: string;
      readonly cause: string;
      /** The expression that failed, and what in its text where that is known. */
      readonly pointer: JsonPointer;
      readonly within?: Span;
    }
  /** The simulator cannot do it as AWS does. */
  | { readonly status: "refused"; readonly what: string; readonly pointer: JsonPointer }
  /** Nothing that is evaluated stands there; `nearest` are pointers to what may be meant. */
  | { readonly status: "nothing"; readonly why: string; readonly nearest: readonly JsonPointer[] };
