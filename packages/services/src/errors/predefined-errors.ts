/** What `ErrorEquals` can do with an error that Step Functions itself defines. */
export interface PredefinedError {
  /** What it means. */
  readonly description: string;
  /** Whether a Retry or a Catch can ever take it. */
  readonly catchable: boolean;
  readonly matchedByAll: boolean;
  readonly matchedByTaskFailed: boolean;
}

/**
 * The errors Step Functions defines (R-ERR-02), besides `States.Http.StatusCode.<n>`, which behaves like a
 * custom error.
 *
 * Source: Amazon States Language, appendix A, https://states-language.net/spec.html, and "Handling errors",
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html, 2026-10-01.
 */
export const predefinedErrors: Readonly<Record<string, PredefinedError>> = {
  "States.ALL": wildcard("any error but those that cannot be caught"),
  "States.TaskFailed": caught("a task failed"),
  "States.Timeout": timeout("a task ran longer than TimeoutSeconds"),
  "States.HeartbeatTimeout": timeout("a task sent no heartbeat within HeartbeatSeconds"),
  "States.Permissions": caught("the execution role may not make the call"),
  "States.BranchFailed": caught("a branch of a Parallel failed"),
  "States.QueryEvaluationError": caught("a JSONata expression failed, or yielded nothing or a wrong type"),
  "States.ExceedToleratedFailureThreshold": caught("more items of a Map failed than it tolerates"),
  "States.ItemReaderFailed": caught("a Map could not read its items"),
  "States.ResultWriterFailed": caught("a Map could not write its results"),
  "States.Http.Socket": caught("an HTTP task had no answer within 60 seconds"),
  "States.ResultPathMatchFailure": {
    description: "ResultPath cannot be applied to the input",
    catchable: true,
    matchedByAll: true,
    matchedByTaskFailed: false,
  },
  "States.DataLimitExceeded": {
    description: "a task's result passes the payload quota",
    catchable: true,
    matchedByAll: true,
    matchedByTaskFailed: false,
  },
  "States.Runtime": uncaught(
    "the execution cannot be processed: a path that leads nowhere, too long a history",
  ),
  "States.NoChoiceMatched": uncaught("no rule of a Choice matched and it has no Default"),
  "States.ParameterPathFailure": uncaught("reserved: reported as States.Runtime"),
  "States.IntrinsicFailure": uncaught("reserved: reported as States.Runtime"),
};

function caught(description: string): PredefinedError {
  return { description, catchable: true, matchedByAll: true, matchedByTaskFailed: true };
}

function timeout(description: string): PredefinedError {
  return { description, catchable: true, matchedByAll: true, matchedByTaskFailed: false };
}

function uncaught(description: string): PredefinedError {
  return { description, catchable: false, matchedByAll: false, matchedByTaskFailed: false };
}

function wildcard(description: string): PredefinedError {
  return { description, catchable: false, matchedByAll: false, matchedByTaskFailed: false };
}
