import { type MachineReading, readMachine } from "@statewright/asl";
import { compareDiagnostics } from "@statewright/diagnostics";
import { checkStructure } from "./rules/check-structure.ts";

/**
 * Checks a definition that is data already, as AWS does when a state machine is created: its fields and their
 * values, transitions, expressions and integrations. Nothing is said of the data that flows (see `analyze`).
 *
 * Never throws, and leaves `definition` as it is.
 *
 * @param options `type`: of the executions (R-PAT-01). Without it nothing is said about Express.
 * @returns what could be read of the machine, and the findings sorted by their place.
 * @example
 * ```ts
 * const { diagnostics } = validateDefinition({ StartAt: "A", States: { A: { Type: "Pass", Next: "B" } } });
 * // → transition/unknown-target at /States/A/Next
 * ```
 */
export function validateDefinition(
  definition: unknown,
  options: { readonly type?: "STANDARD" | "EXPRESS" } = {},
): MachineReading {
  const { machine, characters, diagnostics } = readMachine(definition);
  if (machine === undefined) return { diagnostics };
  const found = [...diagnostics, ...checkStructure(machine, { ...options, characters })];
  return { machine, diagnostics: Object.freeze(found.sort(compareDiagnostics)) };
}
