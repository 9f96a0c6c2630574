import type { Json } from "@statewright/json-types";
import type { Visit } from "../history/visits.ts";
import { memberOf } from "../json/json-object.ts";
import type { FailureKind } from "./diagnosis.ts";
import type { FoundFailure } from "./find-failure.ts";

/** What a failure is about, by its event, its error and AWS's cause. */
export function failureKind(
  { end, event, visit }: FoundFailure,
  error: string | null,
  cause: Json,
): FailureKind {
  if (end === undefined) return "running";
  if (end.type === "ExecutionSucceeded") return "none";
  if (end.type === "ExecutionTimedOut") return "execution-timeout";
  if (end.type === "ExecutionAborted") return "aborted";
  const text = typeof cause === "string" ? cause : "";
  if (text.startsWith("The execution reached the maximum number of history events")) return "history-limit";
  const byName = named[error ?? ""];
  if (byName !== undefined) return byName;
  if (error === "States.Runtime") return runtimeKind(text);
  if (event?.type.endsWith("TimedOut") || error === "States.Timeout" || error === "States.HeartbeatTimeout")
    return timeoutKind(visit);
  if (visit?.type === "Fail") return "fail-state";
  return taskKind(error ?? "", cause);
}

const named: Readonly<Record<string, FailureKind>> = Object.assign(Object.create(null), {
  "States.QueryEvaluationError": "expression",
  "States.NoChoiceMatched": "no-choice",
  "States.IntrinsicFailure": "intrinsic",
  "States.ParameterPathFailure": "path",
  "States.ResultPathMatchFailure": "path",
  "States.DataLimitExceeded": "data-limit",
  "States.ItemReaderFailed": "reader",
  "States.ResultWriterFailed": "writer",
  "States.ExceedToleratedFailureThreshold": "tolerance",
  "States.Permissions": "permission",
});

function runtimeKind(text: string): FailureKind {
  if (/The function '.*' had the following error/s.test(text)) return "intrinsic";
  if (/could not be used to start the Task/.test(text)) return "bad-request";
  if (/ The activity \S+ does not exist\.$/.test(text)) return "missing-resource";
  if (
    /^(?:An error .*?\)\. )?(?:Failed to transition out of the state|No choice|There is no choice)/s.test(
      text,
    )
  )
    return "no-choice";
  const setting =
    /(not a valid (integer|float)|cannot be negative|cannot be parsed|a negative value|does not reference an input value|does not reference a valid)/;
  return setting.test(text) ? "setting" : "path";
}

/** AWS reports a missed heartbeat as a timeout too: where a heartbeat is due sooner, it is the one. */
function timeoutKind(visit: Visit | undefined): FailureKind {
  const scheduled = visit?.events.findLast(({ type }) => type.endsWith("Scheduled"));
  const [heartbeat, timeout] = ["heartbeatInSeconds", "timeoutInSeconds"].map((key) =>
    memberOf(scheduled?.details, key),
  );
  if (typeof heartbeat === "number" && !(typeof timeout === "number" && timeout <= heartbeat))
    return "heartbeat";
  return visit?.events.some(({ type }) => type === "TaskSubmitted") ? "callback-timeout" : "timeout";
}

/** AWS names the same things in many ways: by the service's exception, the status of its answer, or its text. */
function taskKind(error: string, cause: Json): FailureKind {
  if (typeof memberOf(cause, "ExecutionArn") === "string") return "child-failed";
  const text = typeof cause === "string" ? cause : "";
  const message = memberOf(cause, "errorMessage");
  const both = `${error} ${(typeof message === "string" ? message : text).slice(0, 5000)}`;
  const byStatus = httpKind(error);
  if (byStatus !== undefined) return byStatus;
  if (/^Sandbox\.Timedout|Task timed out after [\d.]+ seconds/.test(both)) return "function-timeout";
  if (
    /AccessDenied|not authorized to perform|UnauthorizedOperation|States\.Permissions|is not authorized/i.test(
      both,
    )
  )
    return "permission";
  if (
    /TooManyRequests|Throttl|Rate exceeded|ProvisionedThroughputExceeded|RequestLimitExceeded|SlowDown/i.test(
      both,
    )
  )
    return "throttled";
  if (/ResourceNotFound|NoSuch(Key|Bucket|Entity)|NotFoundException|DoesNotExist|does not exist/i.test(both))
    return "missing-resource";
  if (
    /^Lambda\.(ServiceException|SdkClientException|AWSLambdaException)\b|ServiceUnavailable|InternalServer|Status Code: 5\d\d/i.test(
      both,
    )
  )
    return "service-fault";
  if (
    memberOf(cause, "errorMessage") !== undefined ||
    memberOf(cause, "errorType") !== undefined ||
    error.startsWith("Lambda.Unknown")
  )
    return "function-error";
  return /Status Code: 4\d\d|Validation|FailedEntry|InvalidParameter/i.test(both)
    ? "bad-request"
    : "task-error";
}

/** An HTTP Task reports the status of the answer in the error's name. */
function httpKind(error: string): FailureKind | undefined {
  if (error === "States.Http.Socket") return "service-fault";
  const [, code] = /^States\.Http\.StatusCode\.(\d{3})$/.exec(error) ?? [];
  if (code === undefined) return undefined;
  const known: Readonly<Record<string, FailureKind>> = {
    401: "permission",
    403: "permission",
    404: "missing-resource",
    429: "throttled",
  };
  return known[code] ?? (code.startsWith("5") ? "service-fault" : "bad-request");
}
