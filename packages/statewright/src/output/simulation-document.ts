import type { Simulation } from "@statewright/simulator";
import { diagnosticJson } from "./check-document.ts";

/** The document of `simulate --json`: without what a stopped run goes on with, which only the library can take. */
export function simulationDocument(
  { diagnostics, taken: _, saved: __, ...simulation }: Simulation,
  file: string,
): object {
  if (diagnostics.length === 0) return simulation;
  return { ...simulation, diagnostics: diagnostics.map((found) => diagnosticJson(found, file)) };
}
