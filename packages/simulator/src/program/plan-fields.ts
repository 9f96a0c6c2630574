import type { JsonPath } from "@statewright/expressions";
import type { ResultPlace } from "./result-place.ts";
import type { Template } from "./template.ts";

/** What every state has. */
export interface CommonPlan {
  readonly name: string;
  readonly pointer: string;
  readonly jsonata: boolean;
  /** The next state; absent at the end of its scope. */
  readonly next?: string;
  /** The names that `Assign` gives values to, and those values (R-VAR-01). */
  readonly assign?: Template;
  /** JSONata: `Output`. */
  readonly output?: Template;
  /** JSONPath: absent is "$", null discards (R-JP-02, R-JP-03). */
  readonly inputPath?: JsonPath | null;
  readonly outputPath?: JsonPath | null;
}

/** What a state with a result has. */
export interface ResultPlan {
  /** JSONata `Arguments`, JSONPath `Parameters`. */
  readonly payload?: Template;
  readonly resultSelector?: Template;
  readonly resultPath?: ResultPlace | null;
}

/** What a state that can fail and go on has. */
export interface RecoveryPlan {
  readonly retry: readonly RetrierPlan[];
  readonly catchers: readonly CatcherPlan[];
}

/** A retrier with AWS's defaults filled in (R-RETRY-01). */
export interface RetrierPlan {
  readonly pointer: string;
  readonly errors: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds?: number;
  readonly jitter: boolean;
}

export interface CatcherPlan {
  readonly pointer: string;
  readonly errors: readonly string[];
  readonly next: string;
  readonly output?: Template;
  readonly assign?: Template;
  readonly resultPath?: ResultPlace | null;
}

/** A number or text that an expression (a template) or a reference path may give. */
export interface Setting {
  readonly template: Template;
  /** For a `…Path` field: the text as written, for causes. */
  readonly path?: string;
  /** What that text selects; absent where it is a call of an intrinsic function (R-JP-10). */
  readonly reference?: JsonPath;
}
