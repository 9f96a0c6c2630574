import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** `.next("Name")` to a state that is not there, or not in the same branch (R-FLOW-03). */
export const unknownState: DiagnosticKind<{
  target: string;
  closest: string | undefined;
  elsewhere: boolean;
}> = defineDiagnostic({
  code: "builder/unknown-state",
  severity: "error",
  message: ({ target }) => `\`.next("${target}")\` goes to a state that is not there.`,
  why: ({ elsewhere }) =>
    elsewhere
      ? "A state of that name is in another branch of a Parallel or Map, and no transition leads across its border."
      : undefined,
  help: ({ closest }) => closest && `Did you mean "${closest}"?`,
});

/** Two states of one name: in one scope the second would replace the first (R-STRUCT-04). */
export const duplicateState: DiagnosticKind<{ name: string; sameScope: boolean }> = defineDiagnostic({
  code: "builder/duplicate-state",
  severity: "error",
  message: ({ name }) => `There are two states named "${name}".`,
  why: ({ sameScope }) =>
    sameScope
      ? "The name is the key of the state: the second would replace the first."
      : "They are in different branches; the specification wants names to be unique in the whole machine.",
  help: () => "Rename one of them.",
});

/** 1 to 80 characters (R-STRUCT-04), and nothing that a deployment tool would replace. */
export const stateName: DiagnosticKind<{ name: string; reason: string }> = defineDiagnostic({
  code: "builder/state-name",
  severity: "error",
  message: ({ name }) =>
    `"${name.length > 40 ? `${name.slice(0, 40)}…` : name}" cannot be the name of a state.`,
  why: ({ reason }) => reason,
  help: () => "Choose a name of 1 to 80 characters.",
});

/** `.end()` in a branch that has no state which could end. */
export const emptyEnd: DiagnosticKind<{ branch: string }> = defineDiagnostic({
  code: "builder/empty-end",
  severity: "error",
  message: ({ branch }) => `${branch} ends without a state.`,
  why: () => "A Choice and a Catch go on to a state; only a state can end the execution.",
  help: () => 'Put a state before `.end()`, for example `.succeed("Done")`.',
});

/** A branch without states, and nothing behind the state that holds it. */
export const noNext: DiagnosticKind<{ branch: string }> = defineDiagnostic({
  code: "builder/no-next",
  severity: "error",
  message: ({ branch }) => `${branch} has no state to go to.`,
  why: () => "The branch is empty, and nothing stands behind the state that holds it.",
  help: () => 'Put a state into the branch, for example `.succeed("Done")`.',
});

/** A workflow, branch or Map without states (R-STRUCT-01). */
export const noStates: DiagnosticKind<{ what: string }> = defineDiagnostic({
  code: "builder/no-states",
  severity: "error",
  message: ({ what }) => `${what} has no states.`,
  help: () => "Add at least one state.",
});

/** A state that no transition leads to (R-FLOW-04). */
export const unreachableState: DiagnosticKind<{ name: string }> = defineDiagnostic({
  code: "builder/unreachable-state",
  severity: "error",
  message: ({ name }) => `No path leads to "${name}".`,
  why: () => "Everything before it jumps elsewhere or ends. AWS refuses a machine with such a state.",
  help: ({ name }) => `Remove it, or lead to it with \`.next("${name}")\`.`,
});

/** What may be the name of a variable (R-VAR-03). */
export const variableName: DiagnosticKind<{ name: string }> = defineDiagnostic({
  code: "builder/variable-name",
  severity: "error",
  message: ({ name }) =>
    `\`${name.length > 40 ? `${name.slice(0, 40)}…` : name}\` cannot be the name of a variable.`,
  why: () =>
    "A variable's name begins with a letter, goes on with letters, digits and `_`, and has at most 80 characters; `states` is taken.",
  help: () => "Rename the variable.",
});

/** An assignment in a branch to a variable of the scope around it (R-VAR-09). */
export const outerVariable: DiagnosticKind<{ name: string }> = defineDiagnostic({
  code: "builder/outer-variable",
  severity: "error",
  message: ({ name }) =>
    `\`${name}\` is a variable of the states around this branch, and cannot be assigned here.`,
  why: () => "States inside a Parallel or Map can read outer variables, never assign them.",
  help: () => "Use another name here, and hand the value out through the output.",
});

/** A variable with the name of a function that an expression calls. */
export const hiddenFunction: DiagnosticKind<{ name: string }> = defineDiagnostic({
  code: "builder/hidden-function",
  severity: "error",
  message: ({ name }) =>
    `The variable \`${name}\` hides the JSONata function \`$${name}\`, which this expression needs.`,
  why: () => "Variables and functions share their names: `$name` is whichever was defined last.",
  help: () => "Rename the variable.",
});

/** What is not built yet, or cannot be said in ASL. */
export const unsupportedNode: DiagnosticKind<{ what: string; instead: string }> = defineDiagnostic({
  code: "builder/unsupported",
  severity: "error",
  message: ({ what }) => `${what} cannot be compiled.`,
  help: ({ instead }) => instead,
});
