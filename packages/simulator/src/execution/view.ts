import type { Span } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Draft } from "./draft.ts";
import type { MapItem, Thread } from "./part.ts";

/** What an expression or a path of a state can see. */
export interface View {
  readonly draft: Draft;
  readonly thread: Thread;
  /** Whether `State.RetryCount` is shown: Task, Map and Parallel only (rules 10). */
  readonly retryCount: boolean;
  /** JSONata: `$states.input`; the raw input of the state (R-JA-09). */
  readonly input: Json;
  /** JSONPath: what `$` is (R-JP-05). */
  readonly data: Json;
  readonly result?: { readonly value: Json };
  readonly errorOutput?: Json;
  readonly token?: string;
  /** Given from outside instead of what the execution makes: one expression on sample data. */
  readonly context?: Json;
  /** Overrides the thread's item, inside ItemSelector (R-JA-11). */
  readonly item?: MapItem;
}

/** The member of a payload template that has no value: its name with `.$`, and its text. */
export interface FailedMember {
  readonly field: string;
  readonly text: string;
  /** What in the text leads nowhere, where that is known. */
  readonly span?: Span;
}

/** Why a field has no value. */
export type Fault =
  /** JSONata: States.QueryEvaluationError, with the location where there is one (R-JA-23). */
  | {
      readonly kind: "query";
      readonly text: string;
      readonly location?: string;
      /** What in the expression failed, counted from its first character that is no blank. */
      readonly span?: Span;
    }
  /** JSONPath: States.Runtime, which nothing catches (R-ERR-12). */
  | { readonly kind: "runtime"; readonly text: string; readonly member?: FailedMember }
  /** What the simulator cannot do as the service does. */
  | { readonly kind: "refused"; readonly what: string; readonly field?: string };

export type Evaluated<T = Json> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };
