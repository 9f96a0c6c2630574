import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";

/** What TestState answers. */
export type TestStateResponse =
  | TestStateResult
  /** The request is refused by the service. */
  | { readonly status: "EXCEPTION"; readonly exception: TestStateException }
  /** The state cannot be tested faithfully here. */
  | { readonly status: "REFUSED"; readonly diagnostics: readonly Diagnostic[] };

export interface TestStateException {
  readonly code: "ValidationException" | "InvalidDefinition";
  readonly message: string;
}

/** The answer of a state that was tested; payloads are values, not JSON text. */
export interface TestStateResult {
  readonly status: "SUCCEEDED" | "FAILED" | "RETRIABLE" | "CAUGHT_ERROR";
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  readonly inspectionData?: InspectionData;
}

/** The data from stage to stage (R-TEST-01, R-TEST-02). */
export type InspectionData = Readonly<Record<string, Json>>;
