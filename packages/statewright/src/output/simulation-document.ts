import type { Simulation } from "@statewright/simulator";
import { diagnosticJson } from "./check-document.ts";

/** The document of `simulate --json`. */
export function simulationDocument({ diagnostics, ...simulation }: Simulation, file: string): unknown {
  if (diagnostics.length === 0) return simulation;
  return { ...simulation, diagnostics: diagnostics.map((found) => diagnosticJson(found, file)) };
}
