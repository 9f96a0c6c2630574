import { hasPlaceholder } from "@statewright/asl";
import { type Diagnostic, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import { isIntrinsicName, parseTemplateValue } from "@statewright/expressions";
import type { Rule } from "./rule.ts";

/** A text that looks like a path or a call in a field that hands it on as text (AWS: NO_DOLLAR). */
export const forgottenDollar: DiagnosticKind<{ field: string; text: string }> = defineDiagnostic({
  code: "expression/forgotten-dollar",
  severity: "warning",
  message: ({ field, text }) => `\`${field}\` is the text "${text}", not what that selects.`,
  why: () => "In a payload template only a field whose name ends in `.$` is evaluated.",
  help: ({ field }) => `Name it \`${field}.$\`.`,
});

/** What looks like a path or an intrinsic function stands under a name that ends in `.$`. */
export const forgottenDollars: Rule = ({ states }) => {
  const found: Diagnostic[] = [];
  for (const visit of states) {
    for (const { key, value, pointer, object } of visit.members) {
      if (typeof value !== "string" || key.endsWith(".$") || !looksEvaluated(value)) continue;
      const named = `${key}.$`;
      const title = `Name it \`${named}\``;
      const free = !Object.hasOwn(object, named);
      const fixes = free
        ? [{ title, edits: [{ pointer, part: "key" as const, newText: JSON.stringify(named) }] }]
        : [];
      found.push(forgottenDollar.at({ state: visit.name, pointer }, { field: key, text: value }, { fixes }));
    }
  }
  return found;
};

function looksEvaluated(text: string): boolean {
  if (hasPlaceholder(text)) return false;
  if (/^\$(\$?\.|\$?\[)/.test(text)) return parseTemplateValue(text).value !== undefined;
  const name = /^(States\.\w+)\(.*\)$/s.exec(text)?.[1];
  return name !== undefined && isIntrinsicName(name);
}
