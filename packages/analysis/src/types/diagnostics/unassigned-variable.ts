import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface UnassignedVariable {
  readonly state: string;
  readonly variable: string;
  /** Some paths assign it, but not all. */
  readonly onSomePaths: boolean;
  /** The outer scope has it, but child executions of a Distributed Map see none of it. */
  readonly outOfReach: boolean;
  readonly nearest?: string | undefined;
  /** Who assigns it, and the way on which nobody does. */
  readonly skipped?: { readonly setBy: string; readonly way: string } | undefined;
}

/** A variable that has no value when the state is entered (R-VAR-11, R-VAR-13). */
export const unassignedVariable: DiagnosticKind<UnassignedVariable> = defineDiagnostic({
  code: "data/unassigned-variable",
  severity: "error",
  message: ({ state, variable, onSomePaths, outOfReach }) => {
    if (outOfReach)
      return `"${state}" reads \`$${variable}\`, which child executions of a Distributed Map cannot see.`;
    return onSomePaths
      ? `"${state}" reads \`$${variable}\`, which not every path to it assigns.`
      : `"${state}" reads \`$${variable}\`, which no state before it assigns.`;
  },
  why: ({ variable, skipped }) =>
    `${skipped === undefined || skipped.setBy === "" ? "" : `\`$${variable}\` is set by ${skipped.setBy}, but ${skipped.way} skips it. `}A variable without a value yields nothing, and an expression that yields nothing fails the state.`,
  help: ({ variable, nearest, outOfReach }) => {
    if (outOfReach) return "Pass the value into the items with `ItemSelector`.";
    return nearest === undefined
      ? `Assign \`${variable}\` on every path, or test it with \`$exists($${variable})\`.`
      : `Did you mean \`$${nearest}\`?`;
  },
});
