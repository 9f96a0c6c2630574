import { type StateMachine, type StateVisit, walkStates } from "@statewright/asl";
import { childPointer } from "@statewright/diagnostics";
import type { OtherExecutions } from "../driver/other-executions.ts";
import type { Simulation } from "../driver/simulation.ts";
import type { CostRule, ExecutionCost, ExecutionUse, StateUse } from "./execution-cost.ts";

/** What of a simulated run decides its cost. */
export type CostedRun = Pick<Simulation, "taken" | "transitions" | "elapsedSeconds" | "otherExecutions">;

/**
 * Counts what a simulated execution is billed for: a transition for its start, for each state it enters and for each
 * retry (R-PRICE-02), the child executions of Distributed Maps and those that tasks start as executions of their own
 * (R-PRICE-03). A long wait or a callback costs no more than any state.
 *
 * @example
 * ```ts
 * const run = await simulate(machine, { input, mocks });
 * costOfExecution(machine, run).standard.transitions; // 9: the start, seven states, one retry
 * costOfExecution(machine, run, { retries: false }).standard.transitions; // 8
 * ```
 */
export function costOfExecution(
  machine: StateMachine,
  run: CostedRun,
  { starts = true, retries = true }: CostRule = {},
): ExecutionCost {
  const rule = { starts, retries };
  const states = walkStates(machine).flatMap((visit) => stateUse(visit, run));
  const retried = (where: Place) =>
    states.filter((state) => state.where === where).reduce((count, state) => count + state.retries, 0);
  const own = use({
    transitions: run.transitions - (retries ? 0 : retried("own")) + (starts ? 1 : 0),
    starts: starts ? 1 : 0,
    retries: retries ? retried("own") : 0,
  });
  const request = use({
    requests: 1,
    billedMilliseconds: Math.max(1, Math.ceil(run.elapsedSeconds * 10)) * 100,
  });
  const others = (run.otherExecutions ?? []).map((each) => otherUse(each, rule, retried("child")));
  return {
    rule,
    standard: [own, ...others].reduce(together),
    express: [request, ...others].reduce(together),
    states: states
      .filter(({ where }) => where !== "express child")
      .map(({ where: _, ...state }) => (retries ? state : { ...state, retries: 0 }))
      .sort((one, other) => other.entered + other.retries - (one.entered + one.retries)),
  };
}

/** Where a state runs: in the execution itself, or in child executions of a Distributed Map. */
type Place = "own" | "child" | "express child";

function stateUse(
  visit: StateVisit,
  { taken }: CostedRun,
): readonly (StateUse & { readonly where: Place })[] {
  const { name, state, pointer, within } = visit;
  const entered = taken[pointer] ?? 0;
  if (entered === 0) return [];
  const retriers = "Retry" in state ? (state.Retry ?? []) : [];
  const retries = retriers.reduce(
    (count, _, index) => count + (taken[childPointer(pointer, "Retry", String(index))] ?? 0),
    0,
  );
  return [{ state: name, pointer, entered, retries, where: placeOf(within) }];
}

function placeOf(within: StateVisit["within"]): Place {
  const configs = within.flatMap(({ state }) =>
    state.Type === "Map" ? [state.ItemProcessor.ProcessorConfig] : [],
  );
  const around = configs.findLast((config) => config?.Mode === "DISTRIBUTED");
  if (around === undefined) return "own";
  return around.ExecutionType === "EXPRESS" ? "express child" : "child";
}

function otherUse(
  each: OtherExecutions,
  { starts, retries }: Required<CostRule>,
  childRetries: number,
): ExecutionUse {
  const { kind, type, machine, executions, transitions, billedMilliseconds } = each;
  if (type === "EXPRESS") return use({ requests: executions, billedMilliseconds });
  const known = kind === "child" && machine === undefined ? childRetries : 0;
  const counted = starts ? executions : 0;
  return use({
    transitions: transitions - (retries ? 0 : known) + counted,
    starts: counted,
    retries: retries ? known : 0,
  });
}

function use(some: Partial<ExecutionUse>): ExecutionUse {
  return { transitions: 0, starts: 0, retries: 0, requests: 0, billedMilliseconds: 0, ...some };
}

function together(one: ExecutionUse, other: ExecutionUse): ExecutionUse {
  return {
    transitions: one.transitions + other.transitions,
    starts: one.starts + other.starts,
    retries: one.retries + other.retries,
    requests: one.requests + other.requests,
    billedMilliseconds: one.billedMilliseconds + other.billedMilliseconds,
  };
}
