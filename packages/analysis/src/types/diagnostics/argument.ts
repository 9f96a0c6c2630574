import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface WrongArgument {
  readonly state: string;
  readonly resource: string;
  /** The path of the argument, empty for all of them together. */
  readonly path: string;
  readonly problem: "missing" | "unknown" | "type";
  /** What is taken there, printed. */
  readonly expected: string;
  /** What is given, printed. */
  readonly found: string;
  readonly sometimes: boolean;
  readonly nearest?: string | undefined;
}

/** A task is called with what it does not take. */
export const wrongArgument: DiagnosticKind<WrongArgument> = defineDiagnostic({
  code: "data/argument",
  severity: "error",
  message: ({ state, path, problem, sometimes }) => {
    const argument = path === "" ? "its arguments" : `\`${path}\``;
    if (problem === "missing")
      return `"${state}" is ${sometimes ? "not always" : "never"} given ${argument}.`;
    if (problem === "unknown") return `"${state}" is given ${argument}, which it does not take.`;
    return `"${state}" ${sometimes ? "can be" : "is"} given ${argument} of another type than it takes.`;
  },
  why: ({ resource, problem, expected, found }) => {
    if (problem === "unknown") return `\`${resource}\` takes ${expected}.`;
    if (problem === "missing") return `\`${resource}\` needs ${expected} there.`;
    return `\`${resource}\` takes ${expected} there, and is given ${found}.`;
  },
  help: ({ problem, nearest }) => {
    if (nearest !== undefined) return `Did you mean \`${nearest}\`?`;
    return problem === "unknown" ? "Leave it out." : "Give it in `Arguments`.";
  },
});
