import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
} from "@statewright/diagnostics";
import { membersIn } from "./payload-templates.ts";
import type { Rule } from "./rule.ts";

/** A name that ends in `.$` in the literal `Result` of a Pass (R-PASS-01; AWS: PASS_RESULT_IS_STATIC). */
export const staticResult: DiagnosticKind<{ field: string }> = defineDiagnostic({
  code: "expression/static-result",
  severity: "warning",
  message: ({ field }) =>
    `\`${field}\` in \`Result\` is not evaluated: a \`Result\` is handed on as it stands.`,
  why: () => "What comes out has the name with its `.$`, and the path as text.",
  help: () => "Use `Parameters` instead of `Result`.",
});

/** Nothing in the `Result` of a Pass is meant to be evaluated: one finding for a `Result`, at its first such name. */
export const staticResults: Rule = ({ ofType }) => {
  const found: Diagnostic[] = [];
  for (const { state, name, pointer, language } of ofType.Pass) {
    if (language !== "JSONPath" || state.Result === undefined) continue;
    const members = membersIn(state.Result, childPointer(pointer, "Result"));
    const first = members.find(({ key, value }) => key.endsWith(".$") && typeof value === "string");
    if (first === undefined) continue;
    found.push(staticResult.at({ state: name, pointer: first.pointer }, { field: first.key }));
  }
  return found;
};
