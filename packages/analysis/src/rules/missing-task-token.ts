import type { JsonValue, TaskState } from "@statewright/asl";
import { childPointer, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import { integrationOf } from "@statewright/services";
import type { Rule } from "./rule.ts";

/** A callback task that hands its token to nobody (R-DIAG-13, the table of patterns in R-PAT). */
export const missingTaskToken: DiagnosticKind<{ state: string; token: string; field: string }> =
  defineDiagnostic({
    code: "integration/missing-task-token",
    severity: "warning",
    message: ({ state }) => `"${state}" waits for a callback, but hands its task token to nobody.`,
    why: () => "Only who holds the token can answer: the execution waits until the task times out.",
    help: ({ token, field }) => `Put \`${token}\` into \`${field}\`.`,
  });

/** A `.waitForTaskToken` task passes its token, or something that may hold it. */
export const missingTaskTokens: Rule = ({ ofType }) =>
  ofType.Task.flatMap(({ name, state, pointer, language }) => {
    if (integrationOf(state.Resource).pattern !== "waitForTaskToken") return [];
    const field = language === "JSONata" ? "Arguments" : "Parameters";
    if (mayPassToken(state, field)) return [];
    const token =
      language === "JSONata" ? "{% $states.context.Task.Token %}" : '"TaskToken.$": "$$.Task.Token"';
    const present = state[field] !== undefined;
    const place = { state: name, pointer: childPointer(pointer, present ? field : "Resource") };
    return missingTaskToken.at(place, { state: name, token, field });
  });

/** A whole context object, a placeholder, or a context that is handed to a function may hold the token. */
function mayPassToken(state: TaskState, field: "Arguments" | "Parameters"): boolean {
  const pending: JsonValue[] = [state[field] ?? null];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value === "string" && mayHoldToken(value)) return true;
    if (typeof value === "object" && value !== null) pending.push(...Object.values(value));
  }
  return false;
}

function mayHoldToken(text: string): boolean {
  if (/Task\W*Token|\$\{|\{\{/i.test(text)) return true;
  // `$$` or `$states.context` as a whole, or its `Task`; any other member of it holds no token.
  return /\$\$(?!\.(?!Task\b)\w)|\$states(?!\s*\.)|\bcontext(?!\s*[.\w])|\bcontext\s*\.\s*Task\b/.test(text);
}
