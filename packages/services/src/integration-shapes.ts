import type { Shape } from "@statewright/json-types";
import { actionFacts } from "./action-facts.ts";
import { type IntegrationPattern, integrationOf } from "./integration.ts";

/**
 * What a task with this `Resource` is known to receive, the whole envelope; `undefined` when nothing is known.
 *
 * A callback (`.waitForTaskToken`) receives what its caller sends, a function or an activity what it returns:
 * the resource alone does not say.
 *
 * @example
 * ```ts
 * resultShape("arn:aws:states:::sqs:sendMessage"); // { MessageId: string, MD5OfMessageBody: string, … }
 * resultShape("arn:aws:states:::sqs:sendMessage.waitForTaskToken"); // undefined
 * ```
 */
export function resultShape(resource: string): Shape | undefined {
  const integration = integrationOf(resource);
  return actionFacts(integration)?.results?.[integration.pattern];
}

/** What a task with this `Resource` takes as its arguments; `undefined` when that is not known. */
export function argumentsShape(resource: string): Shape | undefined {
  return actionFacts(integrationOf(resource))?.arguments;
}

/**
 * The patterns a resource can be called with; empty for what is not known to exist.
 *
 * AWS SDK integrations have two (R-PAT-03), functions and activities one.
 */
export function patternsOf(resource: string): readonly IntegrationPattern[] {
  const integration = integrationOf(resource);
  if (integration.kind === "aws-sdk") return ["requestResponse", "waitForTaskToken"];
  if (integration.kind === "lambda-function" || integration.kind === "activity") return ["requestResponse"];
  return actionFacts(integration)?.patterns ?? [];
}

/** Names of errors the resource is known to report, besides those that every task can end with. */
export function declaredErrors(resource: string): readonly string[] {
  return actionFacts(integrationOf(resource))?.errors ?? [];
}
