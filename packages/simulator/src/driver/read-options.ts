import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { unusableValue } from "../diagnostics/refusals.ts";
import { today } from "../execution/begin-draft.ts";
import type { ExecutionIdentity } from "../execution/execution.ts";
import { payloadLimit } from "../execution/limits.ts";
import { acceptJson, writeJson } from "../json/json-text.ts";
import { prepare } from "../program/prepare.ts";
import type { Program } from "../program/program.ts";
import type { ReaderObjects } from "../readers/reader-object.ts";
import type { StartableMachines } from "./nested-execution.ts";
import type { SimulateOptions } from "./simulate-options.ts";

/** The machines that tasks can start, compiled, or what keeps one of them from running. */
export function startableMachines({
  machines = {},
  activities,
}: SimulateOptions): StartableMachines | Diagnostic[] {
  const programs = new Map<string, Program>();
  for (const [key, machine] of Object.entries(machines)) {
    const { program, diagnostics } = prepare(machine, activities);
    if (program === undefined) return [...diagnostics];
    programs.set(key, program);
  }
  return programs;
}

/** The objects that readers find. */
export function readersOf({ mocks, readers }: SimulateOptions): ReaderObjects {
  return { ...mocks?.readers, ...readers };
}

/** Who the execution is. */
export function identityOf(options: SimulateOptions, input: Json, startTime: number): ExecutionIdentity {
  const seed = options.seed ?? 0;
  return {
    input,
    startTime,
    seed,
    name: options.name ?? `execution-${seed}`,
    stateMachineName: options.stateMachineName ?? "stateMachine",
    region: options.region ?? "us-east-1",
    account: options.account ?? "111111111111",
    type: options.type ?? "STANDARD",
    service: { ...today, ...options.service },
    ...(options.until !== undefined && { until: options.until }),
  };
}

/** The input as plain data, or what keeps it from being one. */
export function readInput(
  given: unknown,
): { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly diagnostic: Diagnostic } {
  const copied = acceptJson(given === undefined ? {} : given);
  const what = "The input";
  if (!copied.ok) return { ok: false, diagnostic: unusableValue.at({}, { what, problem: copied.problem }) };
  const bytes = writeJson(copied.value)?.bytes ?? 0;
  if (bytes <= payloadLimit) return { ok: true, value: copied.value };
  return { ok: false, diagnostic: unusableValue.at({}, { what, problem: `it has ${bytes} bytes` }) };
}

/** The start in milliseconds since 1970; nothing when it is no time. */
export function readStart(given: string | number = "2026-01-01T00:00:00Z"): number | undefined {
  const time = typeof given === "number" ? given : Date.parse(given);
  return Math.abs(time) < latestTime ? time : undefined;
}

/** Far enough from the end of what dates can say for any execution to end before it. */
const latestTime = 8e15;
