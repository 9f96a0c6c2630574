import type { JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";

/** One evaluation of a JSONata expression of a run: what it saw, and what came of it. */
export interface ObservedEvaluation {
  /** The key of the machine, where a task started an execution of another one. */
  readonly machine?: string;
  readonly state: string;
  readonly pointer: JsonPointer;
  /** The field as causes cite it: `Output/total`, `Choices[0]/Condition` (R-JA-25). */
  readonly field: string;
  /** The text between the delimiters, trimmed. */
  readonly text: string;
  /** The variables it sees by their names without `$`; `states` is one of them. */
  readonly variables: Readonly<Record<string, Json>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly outcome: ObservedOutcome;
}

/** The value (none where the expression returned nothing), or why there is none. */
export type ObservedOutcome =
  | { readonly ok: true; readonly value: Json | undefined }
  | {
      readonly ok: false;
      /** JSONata's code; what the simulator or AWS refuse by themselves has none. */
      readonly code?: string;
      readonly message: string;
      /** `budget`: it takes more than it may; `unsupported-result`: a function; `unsupported`: not by this engine. */
      readonly kind: "error" | "budget" | "unsupported-result" | "unsupported";
    };

/** Is told of each evaluation of a run. */
export type OnEvaluation = (evaluation: ObservedEvaluation) => void;
