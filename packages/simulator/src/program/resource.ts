import { type Integration, integrationOf } from "@statewright/services";

/** What a Task calls, as the history and the driver name it. */
export interface Resource {
  readonly kind: "lambda" | "activity" | "service";
  /** `Resource` as written. */
  readonly arn: string;
  /** `lambda`, `aws-sdk:dynamodb` (R-HIST-10). */
  readonly resourceType: string;
  /** `invoke`, `startExecution.sync:2`; of a function or an activity the ARN. */
  readonly resource: string;
  readonly pattern: Integration["pattern"];
}

/** Reads a `Resource` (R-TASK-01); nothing for what cannot be told, such as one that is all placeholder. */
export function readResource(arn: string, activities: readonly string[] = []): Resource | undefined {
  if (activities.includes(arn))
    return { kind: "activity", arn, resourceType: "activity", resource: arn, pattern: "requestResponse" };
  const { kind, resourceType, resource, pattern } = integrationOf(arn);
  if (kind === "unknown") return undefined;
  if (kind === "lambda-function") return { kind: "lambda", arn, resourceType, resource, pattern };
  return { kind: kind === "activity" ? "activity" : "service", arn, resourceType, resource, pattern };
}
