import type { Param } from "../template/param.ts";

/** Where something is: an ARN or name that is known, or one that the deployment fills in. */
export type Where = string | Param;

/** Names of errors that Step Functions itself reports (R-ERR). */
export type StatesError =
  | "States.ALL"
  | "States.BranchFailed"
  | "States.DataLimitExceeded"
  | "States.ExceedToleratedFailureThreshold"
  | "States.HeartbeatTimeout"
  | "States.Http.Socket"
  | "States.ItemReaderFailed"
  | "States.Permissions"
  | "States.QueryEvaluationError"
  | "States.ResultWriterFailed"
  | "States.Runtime"
  | "States.TaskFailed"
  | "States.Timeout";

/** Transient errors of the Lambda service. */
export type LambdaError =
  | "Lambda.AWSLambdaException"
  | "Lambda.ClientExecutionTimeoutException"
  | "Lambda.SdkClientException"
  | "Lambda.ServiceException"
  | "Lambda.TooManyRequestsException"
  | "Lambda.Unknown";

/** When and how often to try again, in seconds. */
export interface Retrier<Errors extends string = never> {
  readonly errorEquals: readonly (Errors | StatesError)[];
  /** Before the first retry; 1 by default. */
  readonly intervalSeconds?: number;
  /** How often at most; 3 by default. */
  readonly maxAttempts?: number;
  /** What the interval grows by; 2 by default. */
  readonly backoffRate?: number;
  readonly maxDelaySeconds?: number;
  /** `FULL` draws each delay between 0 and its full length. */
  readonly jitterStrategy?: "FULL" | "NONE";
  readonly comment?: string;
}

/** What `constants` is where none were given. */
export interface NoConstants {
  readonly [none]?: never;
}

declare const none: unique symbol;

/** What holds for a whole workflow. */
export interface WorkflowOptions<Constants> {
  /** The language of its states. */
  readonly queryLanguage?: "JSONata";
  readonly comment?: string;
  /** The version of the Amazon States Language; there is one. */
  readonly version?: "1.0";
  /** How long an execution may take. */
  readonly timeoutSeconds?: number;
  /** Values of your program that arrows may read; they are printed where they are read. */
  readonly constants?: Constants;
}

/** What holds for a workflow whose language is JSONPath. Single states of it can be JSONata, never the reverse (R-QL-02). */
export interface JsonPathWorkflowOptions<Constants>
  extends Omit<WorkflowOptions<Constants>, "queryLanguage"> {
  readonly queryLanguage: "JSONPath";
}

/** What a state can be given beside its definition: what never changes with data. */
export interface StateOptions {
  readonly comment?: string;
}

/** The same for a state that can fail. */
export interface WorkOptions<Errors extends string = never> extends StateOptions {
  /** When to try again; the same as `.retry(…)`. */
  readonly retry?: Retrier<Errors> | readonly Retrier<Errors>[];
}

/** What a Task can be given beside its definition: what never changes with data. */
export interface TaskOptions<Errors extends string = never> extends WorkOptions<Errors> {
  /** How long the call may take. */
  readonly timeoutSeconds?: number;
  /** How long the worker may be silent. */
  readonly heartbeatSeconds?: number;
  /** The role to call with, of another account. */
  readonly credentials?: { readonly roleArn: Where };
}

/** How a Map runs its items. `Scope` is what an arrow can read. */
export interface MapOptions<Scope = never> extends WorkOptions {
  /** How many items at once; 0 or absent: as many as possible. */
  readonly maxConcurrency?: number | ((scope: Scope) => number);
}
