import { splitArn } from "./split-arn.ts";

/** How a task waits: for the answer, for the end of the job, or for whoever holds its token (R-PAT-01 ff.). */
export type IntegrationPattern = "requestResponse" | "sync" | "sync:2" | "waitForTaskToken";

/** What the `Resource` of a Task names. */
export interface Integration {
  readonly kind: "optimized" | "aws-sdk" | "lambda-function" | "activity" | "http" | "unknown";
  /** `lambda`, `dynamodb`; for `aws-sdk` the service behind it. Empty when unknown. */
  readonly service: string;
  /** `invoke`, `getItem`, without the pattern's suffix; for a function or an activity its name. */
  readonly action: string;
  readonly pattern: IntegrationPattern;
  /** As the history names it: `lambda`, `aws-sdk:s3`. */
  readonly resourceType: string;
  /** As the history names it: `invoke`, `sendMessage.waitForTaskToken`; a function's or an activity's ARN. */
  readonly resource: string;
}

/**
 * Reads the `Resource` of a Task (R-TASK-01). Placeholders such as `${AWS::Partition}` are legal anywhere.
 *
 * Never throws: what is none of the known forms is of kind `unknown`.
 *
 * @example
 * ```ts
 * integrationOf("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
 * // → { kind: "optimized", service: "sqs", action: "sendMessage", pattern: "waitForTaskToken", … }
 * ```
 */
export function integrationOf(resource: string): Integration {
  const known = read.get(resource);
  if (known !== undefined) return known;
  const integration = readIntegration(resource);
  if (read.size >= mostRemembered) read.clear();
  read.set(resource, integration);
  return integration;
}

/** A machine names the same few resources, and each is asked for by several rules. */
const read = new Map<string, Integration>();
const mostRemembered = 5000;

function readIntegration(resource: string): Integration {
  const [prefix, , namespace, , , kind, ...rest] = splitArn(resource);
  if (prefix !== "arn" || kind === undefined) return unknown(resource);
  if (namespace === "lambda" && kind === "function") return lambdaFunction(resource, rest);
  if (namespace !== "states") return unknown(resource);
  if (kind === "activity") return activity(resource, rest);
  if (kind === "aws-sdk") return called("aws-sdk", resource, rest[0], rest.slice(1).join(":"));
  const action = rest.join(":");
  return called(kind === "http" && action === "invoke" ? "http" : "optimized", resource, kind, action);
}

function called(
  kind: "optimized" | "aws-sdk" | "http",
  resource: string,
  service: string | undefined,
  suffixed: string,
): Integration {
  if (!service || !suffixed) return unknown(resource);
  const dot = suffixed.indexOf(".");
  const action = dot < 0 ? suffixed : suffixed.slice(0, dot);
  const pattern = patternOf(dot < 0 ? "" : suffixed.slice(dot + 1));
  if (pattern === undefined || action === "") return unknown(resource);
  const resourceType = kind === "aws-sdk" ? `aws-sdk:${service}` : service;
  return Object.freeze({ kind, service, action, pattern, resourceType, resource: suffixed });
}

function patternOf(suffix: string): IntegrationPattern | undefined {
  if (suffix === "") return "requestResponse";
  return suffix === "sync" || suffix === "sync:2" || suffix === "waitForTaskToken" ? suffix : undefined;
}

function lambdaFunction(resource: string, [name = ""]: readonly string[]): Integration {
  const pattern = "requestResponse";
  const kind = "lambda-function";
  return Object.freeze({ kind, service: "lambda", action: name, pattern, resourceType: "lambda", resource });
}

function activity(resource: string, [name = ""]: readonly string[]): Integration {
  const pattern = "requestResponse";
  const kind = "activity";
  return Object.freeze({
    kind,
    service: "states",
    action: name,
    pattern,
    resourceType: "activity",
    resource,
  });
}

function unknown(resource: string): Integration {
  const pattern = "requestResponse";
  return Object.freeze({ kind: "unknown", service: "", action: "", pattern, resourceType: "", resource });
}
