import type { TaskState } from "@statewright/asl";
import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
  type JsonPointer,
} from "@statewright/diagnostics";
import { type IntegrationPattern, integrationOf, patternsOf, splitArn } from "@statewright/services";
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

/** A Lambda function's ARN whose name or qualifier cannot be one (R-TASK-01). */
export const badFunctionArn: DiagnosticKind<{ found: string }> = defineDiagnostic({
  code: "integration/function-arn",
  severity: "error",
  message: ({ found }) => `\`${found}\` names no Lambda function.`,
  why: () => "A function's ARN ends in its name or, after one more colon, in a version or an alias of it.",
  help: () => "Write `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, or `…:NAME:ALIAS`.",
});

/** A `Resource` of none of the known forms (R-TASK-01). A deployment tool may yet put another text there. */
export const resourceForm: DiagnosticKind<{ found: string }> = defineDiagnostic({
  code: "integration/resource-form",
  severity: "warning",
  message: ({ found }) => `\`${found}\` is no resource that a Task can call.`,
  why: () =>
    "A Task calls an integration (`arn:aws:states:::SERVICE:ACTION`), a Lambda function or an activity, each by its ARN; AWS refuses any other text.",
  help: () => `If something is put in its place before deployment, write it as a placeholder: \`$\{Name}\`.`,
});

/** A Task names an integration that exists, a function or an activity. */
export const unknownResources: Rule = ({ ofType }) => ofType.Task.flatMap(findingsAt);

function aboutForm(found: string, state: string, pointer: JsonPointer): Diagnostic[] {
  return [resourceForm.at({ state, pointer: childPointer(pointer, "Resource") }, { found })];
}

function aboutFunction(found: string, state: string, pointer: JsonPointer): Diagnostic[] {
  const [name = "", ...qualifiers] = splitArn(found).slice(6);
  const [qualifier] = qualifiers;
  const named = name !== "" && qualifiers.length < 2;
  if (named && (qualifier === undefined || /^(\$LATEST|[\w-]+)$/.test(qualifier))) return [];
  return [badFunctionArn.at({ state, pointer: childPointer(pointer, "Resource") }, { found })];
}

function findingsAt({ state, name, pointer }: RuledState<TaskState>): Diagnostic[] {
  if (state.Resource === "" || /\$\{|\{\{/.test(state.Resource)) return [];
  const { kind, service, action, pattern } = integrationOf(state.Resource);
  if (kind === "unknown") return aboutForm(state.Resource, name, pointer);
  if (kind === "lambda-function") return aboutFunction(state.Resource, name, pointer);
  if (kind === "activity") return [];
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
