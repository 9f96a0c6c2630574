import { comparisonOperators, hasPlaceholder, type JsonRecord, type JsonValue } from "@statewright/asl";
import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
  type JsonPointer,
} from "@statewright/diagnostics";
import { parseJsonPath } from "@statewright/expressions";
import type { Rule } from "./rule.ts";

/** A comparison with a text that looks like a path (AWS: NO_PATH). */
export const forgottenPath: DiagnosticKind<{ operator: string; text: string }> = defineDiagnostic({
  code: "expression/forgotten-path",
  severity: "warning",
  message: ({ operator, text }) =>
    `\`${operator}\` compares with the text "${text}", not with what that path selects.`,
  why: () => "Only operators whose name ends in `Path` read their operand from the data.",
  help: ({ operator }) => `Use \`${operator}Path\`.`,
});

/** What looks like a path is the operand of a `…Path` operator. */
export const forgottenPaths: Rule = ({ ofType }) => {
  const found: Diagnostic[] = [];
  for (const { state, name, pointer, language } of ofType.Choice) {
    if (language !== "JSONPath") continue;
    const pending: { readonly test: JsonValue; readonly pointer: JsonPointer }[] = [];
    for (const [index, { test }] of state.Choices.entries()) {
      if (test !== undefined) pending.push({ test, pointer: childPointer(pointer, "Choices", index) });
    }
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { test, pointer: at } = next;
      if (typeof test !== "object" || test === null) continue;
      for (const key of Object.keys(test)) {
        const value = (test as JsonRecord)[key] ?? null;
        const place = childPointer(at, key);
        if (typeof value === "object") pending.push({ test: value, pointer: place });
        else if (typeof value === "string" && comparesWithPath(key, value)) {
          found.push(forgottenPath.at({ state: name, pointer: place }, { operator: key, text: value }));
        }
      }
    }
  }
  return found;
};

function comparesWithPath(operator: string, text: string): boolean {
  return (
    Object.hasOwn(comparisonOperators, operator) &&
    Object.hasOwn(comparisonOperators, `${operator}Path`) &&
    /^\$(\$?\.|\$?\[)/.test(text) &&
    !hasPlaceholder(text) &&
    parseJsonPath(text).path !== undefined
  );
}
