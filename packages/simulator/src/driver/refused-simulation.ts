import type { Diagnostic } from "@statewright/diagnostics";
import type { Simulation } from "./simulation.ts";

/** The outcome of a machine that is not run: nothing happened, and the diagnostics say why. */
export function refusedSimulation(
  diagnostics: readonly Diagnostic[],
): Simulation & { readonly output: null } {
  return {
    status: "REFUSED",
    output: null,
    error: null,
    cause: null,
    states: [],
    transitions: 0,
    taken: {},
    elapsedSeconds: 0,
    events: [],
    diagnostics,
  };
}
