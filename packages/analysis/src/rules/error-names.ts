import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
  type JsonPointer,
  nearestName,
} from "@statewright/diagnostics";
import { predefinedErrors } from "@statewright/services";
import type { Rule } from "./rule.ts";

/** A name that begins with `States.` and that AWS never reports (R-ERR-01). */
export const unknownErrorName: DiagnosticKind<{ name: string; nearest: string | undefined }> =
  defineDiagnostic({
    code: "structure/error-name",
    severity: "warning",
    message: ({ name }) => `Step Functions reports no error \`${name}\`.`,
    why: () => "Names that begin with `States.` are its own; errors of a task begin otherwise.",
    help: ({ nearest }) => nearest && `Did you mean \`${nearest}\`?`,
  });

/** An error that no Retry and no Catch ever sees (R-ERR-12). */
export const neverCaught: DiagnosticKind<{ name: string; means: string }> = defineDiagnostic({
  code: "structure/never-caught",
  severity: "warning",
  message: ({ name }) => `\`${name}\` is never retried and never caught.`,
  why: ({ means }) => `It means: ${means}. It ends the execution at once, even where it is named.`,
  help: () => "Remove the name, and keep the error from happening.",
});

/** An entry that an earlier one of the same list leaves nothing to do (R-RETRY-02). */
export const shadowedEntry: DiagnosticKind<{ list: string; index: number; before: number }> =
  defineDiagnostic({
    code: "structure/shadowed-entry",
    severity: "warning",
    message: ({ list, index, before }) =>
      `\`${list}[${index}]\` is never used: \`${list}[${before}]\` names the same errors before it.`,
    why: () => "The first entry that matches an error is taken, and no other one.",
    help: () => "Join the two, or remove this one.",
  });

/** `Retry` and `Catch` name errors that reach them. */
export const errorNames: Rule = ({ ofType: { Task, Map: maps, Parallel } }) => {
  const found: Diagnostic[] = [];
  for (const { state, name, pointer } of [...Task, ...maps, ...Parallel]) {
    for (const list of ["Retry", "Catch"] as const) {
      const entries: readonly Entry[] = state[list] ?? none;
      for (let index = 0; index < entries.length; index += 1) {
        const names = entries[index]?.ErrorEquals ?? none;
        const at = childPointer(pointer, list, index);
        for (let place = 0; place < names.length; place += 1) {
          const error = names[place] ?? "";
          // Most are custom, or what everybody catches.
          if (!error.startsWith("States.") || wildcards.has(error)) continue;
          const named = aboutName(error, name, childPointer(at, "ErrorEquals", place));
          if (named !== undefined) found.push(named);
        }
        if (index === 0) continue;
        const before = entries.slice(0, index).findIndex((earlier) => covers(earlier.ErrorEquals, names));
        if (before >= 0) found.push(shadowedEntry.at({ state: name, pointer: at }, { list, index, before }));
      }
    }
  }
  return found;
};

function aboutName(error: string, state: string, pointer: JsonPointer): Diagnostic | undefined {
  if (!error.startsWith("States.") || error.includes("${") || error.startsWith("States.Http.StatusCode.")) {
    return undefined;
  }
  const known = Object.hasOwn(predefinedErrors, error) ? predefinedErrors[error] : undefined;
  if (known === undefined) {
    const nearest = nearestName(error, Object.keys(predefinedErrors));
    const edits = [{ pointer, newText: JSON.stringify(nearest) }];
    const fixes = nearest === undefined ? [] : [{ title: `Name \`${nearest}\``, edits }];
    return unknownErrorName.at({ state, pointer }, { name: error, nearest }, { fixes });
  }
  if (known.catchable || wildcards.has(error)) return undefined;
  return neverCaught.at({ state, pointer }, { name: error, means: known.description });
}

const wildcards: ReadonlySet<string> = new Set(["States.ALL", "States.TaskFailed"]);

/** Whether each of the names is among the earlier ones. What a wildcard matches besides is not weighed. */
function covers(earlier: readonly string[], names: readonly string[]): boolean {
  return names.length > 0 && names.every((name) => earlier.includes(name));
}

interface Entry {
  readonly ErrorEquals: readonly string[];
}

const none: readonly [] = [];
