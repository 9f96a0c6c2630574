import { type Diagnostic, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { Rule } from "./rule.ts";

/** `x` beside `x.$` in one object of a payload template (R-JP-06). */
export const templateKey: DiagnosticKind<{ key: string; name: string }> = defineDiagnostic({
  code: "structure/template-key",
  severity: "error",
  message: ({ key, name }) => `\`${key}\` and \`${name}\` both make the field \`${name}\`.`,
  why: () => "In a payload template the `.$` at the end of a name is taken off.",
  help: () => "Remove one of the two.",
});

/** The fields that a payload template makes have names of their own. */
export const templateKeys: Rule = ({ states }) => {
  const found: Diagnostic[] = [];
  for (const { name: state, members } of states) {
    for (const { key, pointer, object } of members) {
      if (!key.endsWith(".$")) continue;
      const name = key.slice(0, -2);
      if (Object.hasOwn(object, name)) found.push(templateKey.at({ state, pointer }, { key, name }));
    }
  }
  return found;
};
