import {
  type JsonValue,
  type MachineTypes,
  machineToJson,
  readMachine,
  type StateMachine,
} from "@statewright/asl";
import { compareDiagnostics, type Diagnostic } from "@statewright/diagnostics";
import { checkStructure } from "./rules/check-structure.ts";
import { withSureFixes } from "./sure-fixes.ts";
import { type AnalysisMemo, forkedMemo, withRememberedStates } from "./types/analysis-memo.ts";
import { checkDataFlow } from "./types/check-data-flow.ts";
import type { Facts } from "./types/facts.ts";

/** What `analyze` is told besides the machine. */
export interface AnalyzeOptions {
  /** The types file beside the machine; without it inputs and results of functions are unknown. */
  readonly types?: MachineTypes;
  readonly type?: "STANDARD" | "EXPRESS";
  /** Where a machine is analyzed at each edit: what it remembers of the last time; see {@link newAnalysisMemo}. */
  readonly memo?: AnalysisMemo;
}

/** What is true of a machine, and what is wrong with it. Frozen plain data. */
export interface Analysis {
  readonly facts: Facts;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks a machine: its structure, its expressions, the data that flows through it, its sizes.
 *
 * Never throws on what a machine can hold, and never runs it. The findings are sorted by their place.
 *
 * @example
 * ```ts
 * const { facts, diagnostics } = analyze(machine, { types });
 * printShape(facts.states["/States/Charge"].input); // { id: string, total: number }
 * ```
 */
export function analyze(given: StateMachine, options: AnalyzeOptions = {}): Analysis {
  const { types, type, memo } = options;
  const machine = memo === undefined ? given : withRememberedStates(given, memo);
  const { facts, diagnostics } = checkDataFlow(machine, types, type, memo);
  const all = [...checkStructure(machine, options), ...diagnostics].sort(compareDiagnostics);
  const fixable = all.some(({ fixes }) => fixes !== undefined);
  const sure = fixable ? sureFixes(machineToJson(machine), all, options) : all;
  return Object.freeze({ facts, diagnostics: Object.freeze(sure) });
}

/**
 * The findings with those of their fixes that are sure: applied to the definition, the finding is gone and no
 * other one comes up. For what a reader found; what `analyze` finds has sure fixes already.
 *
 * @param definition the definition as data: `document.value` of what was read.
 */
export function sureFixes(
  definition: JsonValue,
  found: readonly Diagnostic[],
  options: AnalyzeOptions = {},
): readonly Diagnostic[] {
  // A fix changes a state or two: the others are not looked at again.
  const memo = forkedMemo(options.memo);
  return withSureFixes(definition, found, (changed) => recheck(changed, { ...options, memo }));
}

function recheck(
  definition: JsonValue,
  { types, type, memo }: AnalyzeOptions & { readonly memo: AnalysisMemo },
): readonly Diagnostic[] {
  const { machine: read, diagnostics } = readMachine(definition);
  if (read === undefined) return diagnostics;
  const machine = withRememberedStates(read, memo);
  return [
    ...diagnostics,
    ...checkStructure(machine, { type, memo }),
    ...checkDataFlow(machine, types, type, memo).diagnostics,
  ];
}
