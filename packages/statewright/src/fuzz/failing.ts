import { includes, type Json, type Shape } from "@statewright/json-types";
import type { Simulation } from "@statewright/simulator";

/** Why a run counts as failing. Two runs with the same `key` failed for the same reason. */
export interface Failing {
  readonly key: string;
  readonly status: Simulation["status"] | "ENDLESS" | "OUTPUT";
  readonly error: string | null;
  readonly cause: string | null;
  /** The state that was entered last. */
  readonly state: string | null;
  /** With OUTPUT: what it returned. */
  readonly output?: Json;
}

/** Errors of AWS that say the machine is at fault, not what it called nor the world. */
const faults: ReadonlySet<string> = new Set([
  "States.Runtime",
  "States.QueryEvaluationError",
  "States.NoChoiceMatched",
  "States.DataLimitExceeded",
  "States.IntrinsicFailure",
  "States.ParameterPathFailure",
  "States.ResultPathMatchFailure",
  "States.BranchFailed",
]);

/**
 * Whether a run shows a fault of the machine: an error of its own, a time-out, no end, or an output outside of what
 * it promises. An error that a Fail state or a task names is what the machine was meant to do.
 */
export function failing(run: Simulation, promised: Shape | undefined): Failing | undefined {
  const { status, output, error, cause } = run;
  if (status === "RUNNING") return failingAs(run, "ENDLESS", null, "It did not end.");
  if (status === "TIMED_OUT") return failingAs(run, status, error, cause);
  if (status === "FAILED" && error !== null && faults.has(error)) return failingAs(run, status, error, cause);
  if (status !== "SUCCEEDED" || promised === undefined || output === null) return undefined;
  if (includes(promised, output)) return undefined;
  const why = "The output is outside of what the machine promises to return.";
  return { ...failingAs(run, "OUTPUT", null, why), output };
}

function failingAs(
  { states }: Simulation,
  status: Failing["status"],
  error: string | null,
  cause: string | null,
): Failing {
  // Where an endless run stops is chance.
  const state = status === "ENDLESS" ? null : (states.at(-1) ?? null);
  return { key: JSON.stringify([status, error, state]), status, error, cause, state };
}
