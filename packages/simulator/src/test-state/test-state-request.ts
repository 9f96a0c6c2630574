import type { JsonValue } from "@statewright/asl";
import type { Json } from "@statewright/json-types";

/** What is tested, as the TestState API takes it; where the API takes JSON as text, a value will do as well. */
export interface TestStateRequest {
  /** One state, or a whole machine beside `stateName`. */
  readonly definition: JsonValue;
  readonly stateName?: string;
  /** By default `{}`. */
  readonly input?: Json;
  /** By default INFO, which shows no inspection data. */
  readonly inspectionLevel?: "INFO" | "DEBUG" | "TRACE";
  readonly variables?: Json;
  readonly mock?: TestStateMock;
  /** The context object that the state sees; only together with `mock`. */
  readonly context?: Json;
  readonly stateConfiguration?: StateConfiguration;
  readonly revealSecrets?: boolean;
  readonly roleArn?: string;
}

/** What the task, the branches or the iterations answer: a result, or an error. */
export interface TestStateMock {
  /** JSON text as in the API, or the value itself where it is no text. */
  readonly result?: Json;
  readonly errorOutput?: { readonly error?: string; readonly cause?: string };
  /** Which parts of a result AWS checks against its API models; those models are not here. */
  readonly fieldValidationMode?: "STRICT" | "PRESENT" | "NONE";
}

/** How far the execution is that the state is tested in. */
export interface StateConfiguration {
  /** How often the retrier that matches has been used before. */
  readonly retrierRetryCount?: number;
  /** The state inside of a Map or Parallel that the mocked error comes from. */
  readonly errorCausedByState?: string;
  readonly mapIterationFailureCount?: number;
  /** What the reader of a Map reads: JSON text, or the value. */
  readonly mapItemReaderData?: Json;
}
