import { hasPlaceholder, jsonataText, type QueryLanguage } from "@statewright/asl";
import { type Diagnostic, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import { isIntrinsicName, parseJsonPath } from "@statewright/expressions";
import type { Rule } from "./rule.ts";

/** An expression of one query language in a state of the other: handed on as text (R-JA-07, R-QL-06). */
export const otherLanguageText: DiagnosticKind<{ text: string; language: QueryLanguage; what: string }> =
  defineDiagnostic({
    code: "expression/other-language",
    severity: "warning",
    message: ({ text, what }) => `"${text}" is handed on as text: it looks like ${what}.`,
    why: ({ language }) => `The state uses ${language}, which evaluates nothing of that form.`,
    help: ({ language }) =>
      language === "JSONata"
        ? "Write it as `{% … %}`: `$states.input` for `$`, `$states.context` for `$$`."
        : "Set `QueryLanguage` of the state to JSONata, or write it as a path under a name that ends in `.$`.",
  });

/** Text that is meant to be evaluated is written in the language of its state. */
export const otherLanguageTexts: Rule = ({ states, expressions }) => {
  const found: Diagnostic[] = [];
  for (const { state, pointer, text, written } of expressions) {
    const what = written === undefined ? jsonPathWords(text) : undefined;
    if (what === undefined) continue;
    const facts = { text: shortened(text), language: "JSONata" as const, what };
    found.push(otherLanguageText.at({ state: state.name, pointer }, facts));
  }
  for (const { name, members } of states) {
    for (const { key, value, pointer } of members) {
      if (typeof value !== "string" || key.endsWith(".$") || jsonataText(value) === undefined) continue;
      const facts = { text: shortened(value), language: "JSONPath" as const, what: "a JSONata expression" };
      found.push(otherLanguageText.at({ state: name, pointer }, facts));
    }
  }
  return found;
};

function jsonPathWords(text: string): string | undefined {
  if (hasPlaceholder(text)) return undefined;
  if (/^\$(\$?\.|\$?\[)/.test(text)) return parseJsonPath(text).path && "a JSONPath";
  const call = /^(States\.\w+)\(.*\)$/s.exec(text)?.[1];
  return call !== undefined && isIntrinsicName(call) ? "an intrinsic function" : undefined;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
