import { type Diagnostic, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { ExpressionProblem } from "@statewright/expressions";
import { awsLocation } from "./aws-location.ts";
import type { JsonataSite } from "./jsonata-sites.ts";
import type { Rule } from "./rule.ts";

/** A text between `{%` and `%}` that is no JSONata (R-JA-05). */
export const expressionSyntax: DiagnosticKind<{ problem: string }> = defineDiagnostic({
  code: "expression/syntax",
  severity: "error",
  message: ({ problem }) => `This is no JSONata expression: ${problem}`,
  why: () => "AWS parses every expression when the state machine is created.",
});

/** JSONata that Step Functions does not take: a name or `$` where no document is (R-JA-04). */
export const expressionUnsupported: DiagnosticKind<{ problem: string }> = defineDiagnostic({
  code: "expression/unsupported",
  severity: "error",
  message: ({ problem }) => problem,
  why: () => "An expression of a state has no input document: all data is in `$states` and in the variables.",
  help: () => "Begin with `$states.input`, or with a variable.",
});

const unsupported = "UNSUPPORTED_JSONATA_EXPRESSION";

/** Every expression parses, and is one that AWS takes: one finding for each text that does not parse. */
export const expressionProblems: Rule = ({ expressions }) => expressions.flatMap(findingsAt);

function findingsAt(site: JsonataSite): Diagnostic[] {
  const syntax = site.problems.find(({ code }) => code !== unsupported);
  if (syntax !== undefined) return [finding(expressionSyntax, site, syntax, "INVALID_JSONATA_EXPRESSION")];
  const distinct = new Map(site.problems.map((problem) => [problem.message, problem] as const).reverse());
  return [...distinct.values()]
    .reverse()
    .map((problem) => finding(expressionUnsupported, site, problem, unsupported));
}

function finding(
  kind: DiagnosticKind<{ problem: string }>,
  { state, pointer, written }: JsonataSite,
  { message, originalMessage, span }: ExpressionProblem,
  code: string,
): Diagnostic {
  const start = written?.start ?? 0;
  const within = { start: span.start + start, end: span.end + start };
  const aws = { code, location: awsLocation(pointer), message: originalMessage ?? message };
  return kind.at({ state: state.name, pointer, within }, { problem: ended(message) }, { aws });
}

function ended(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
