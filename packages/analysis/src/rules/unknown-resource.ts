import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
} from "@statewright/diagnostics";
import { type IntegrationPattern, integrationOf, patternsOf } from "@statewright/services";
import { schemaValidation } from "./aws-location.ts";
import type { Rule, RuledState } from "./rule.ts";

/** An integration that does not exist, or has no such pattern (R-TASK-01, R-PAT-03). */
export const unknownResource: DiagnosticKind<{
  resource: string;
  suffix: string;
  patterns: readonly IntegrationPattern[];
  sdk: string | undefined;
}> = defineDiagnostic({
  code: "integration/unknown-resource",
  severity: "error",
  message: ({ resource, suffix, patterns }) =>
    patterns.length === 0
      ? `There is no optimized integration \`${resource}\`.`
      : `The integration \`${resource}\` cannot be called with \`${suffix}\`.`,
  why: ({ patterns }) =>
    patterns.length === 0
      ? "AWS refuses a `Resource` that it does not know."
      : `It has: ${patterns.join(", ")}.`,
  help: ({ sdk }) => sdk && `The AWS SDK integration may have it: \`${sdk}\`.`,
});

/** A Task names an integration that exists. Of what is no integration by its form nothing is said. */
export const unknownResources: Rule = ({ states }) => states.flatMap(findingsAt);

function findingsAt({ state, name, pointer }: RuledState): Diagnostic[] {
  if (state.Type !== "Task" || /\$\{|\{\{/.test(state.Resource)) return [];
  const { kind, service, action, pattern } = integrationOf(state.Resource);
  if (kind !== "optimized" && kind !== "aws-sdk" && kind !== "http") return [];
  const patterns = patternsOf(state.Resource);
  if (patterns.includes(pattern)) return [];
  const at = childPointer(pointer, "Resource");
  const suffix = pattern === "requestResponse" ? "no suffix" : `.${pattern}`;
  const sdk =
    kind === "optimized" && patterns.length === 0
      ? `arn:aws:states:::aws-sdk:${service}:${action}`
      : undefined;
  const resource = `${kind === "aws-sdk" ? "aws-sdk:" : ""}${service}:${action}`;
  const message = `The resource provided ${state.Resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`;
  const facts = { resource, suffix, patterns, sdk };
  return [unknownResource.at({ state: name, pointer: at }, facts, { aws: schemaValidation(at, message) })];
}
