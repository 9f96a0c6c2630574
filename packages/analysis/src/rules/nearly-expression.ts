import { type Diagnostic, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { JsonataSite } from "./jsonata-sites.ts";
import type { Rule } from "./rule.ts";

/** A string that looks like an expression and is none (R-JA-01). */
export const nearlyExpression: DiagnosticKind<{ reason: string; help: string }> = defineDiagnostic({
  code: "expression/nearly",
  severity: "warning",
  message: ({ reason }) => `This looks like an expression, but ${reason}.`,
  why: () =>
    "A string is an expression only if it begins with `{%` and ends with `%}`; any other is text, handed on as it stands.",
  help: ({ help }) => help,
});

/** Strings with delimiters are expressions. */
export const nearlyExpressions: Rule = ({ expressions }) => expressions.flatMap(findingAt);

function findingAt({ text, written, state, pointer }: JsonataSite): readonly Diagnostic[] {
  if (written !== undefined) return [];
  const opens = text.includes("{%");
  const closes = text.includes("%}");
  if (!opens && !closes) return [];
  const place = { state: state.name, pointer };
  const trimmed = text.trim();
  if (trimmed !== text && trimmed.startsWith("{%") && trimmed.endsWith("%}")) {
    const fixes = [
      { title: "Remove the blanks outside", edits: [{ pointer, newText: JSON.stringify(trimmed) }] },
    ];
    const facts = {
      reason: "has blanks outside its delimiters",
      help: "Remove the blanks before `{%` and after `%}`.",
    };
    return [nearlyExpression.at(place, facts, { fixes })];
  }
  if (opens && closes && text.indexOf("{%") < text.lastIndexOf("%}")) {
    const facts = {
      reason: "has text outside its delimiters",
      help: "Join the parts inside: `{% 'Order ' & $id %}`.",
    };
    return [nearlyExpression.at(place, facts)];
  }
  if (trimmed.startsWith("{%") || trimmed.endsWith("%}")) {
    const missing = opens ? "%}" : "{%";
    return [
      nearlyExpression.at(place, { reason: `its \`${missing}\` is missing`, help: `Add \`${missing}\`.` }),
    ];
  }
  return [];
}
