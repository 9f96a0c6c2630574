import { analyze } from "@statewright/analysis";
import { quotas, type StateMachine } from "@statewright/asl";
import { stepFunctionsPrices } from "@statewright/services";
import {
  type CostRule,
  costOfExecution,
  type ExecutionUse,
  priceOfUse,
  type Simulation,
  type StateUse,
} from "@statewright/simulator";
import type { Subject } from "../inputs/subject.ts";

/** What `cost` was asked. */
export interface CostQuestion {
  readonly executions: number;
  readonly memoryMB: number;
  readonly region: string;
  readonly rule: Required<CostRule>;
}

/** The document of `cost --json`; money is US dollars. */
export interface CostReport {
  readonly machine: string;
  readonly status: Simulation["status"];
  readonly region: string;
  /** Whether the price table has a price of its own for the Region. */
  readonly listed: boolean;
  readonly prices: { readonly asOf: string; readonly source: string; readonly transition: number };
  readonly rule: Required<CostRule>;
  readonly executions: number;
  readonly standard: KindOfExecution & {
    readonly monthWithFreeTier: number;
    readonly freeTransitions: number;
  };
  readonly express: KindOfExecution & {
    readonly memoryMB: number;
    /** Why it cannot run as EXPRESS; empty when nothing speaks against it. */
    readonly impossible: readonly string[];
  };
  readonly states: readonly (StateUse & { readonly transitions: number; readonly share: number })[];
}

interface KindOfExecution extends ExecutionUse {
  /** One execution. */
  readonly each: number;
  /** `executions` of them. */
  readonly month: number;
}

/** Prices a simulated execution both ways. */
export function costReport(
  machine: StateMachine,
  { name, types }: Subject,
  run: Simulation,
  { executions, memoryMB, region, rule }: CostQuestion,
): CostReport {
  const { standard, express, states } = costOfExecution(machine, run, rule);
  const prices = stepFunctionsPrices(region);
  const price = (use: ExecutionUse, more: object = {}) =>
    rounded(priceOfUse(use, prices, { memoryMB, ...more }).total);
  const kind = (use: ExecutionUse): KindOfExecution => ({
    ...use,
    each: price(use),
    month: price(use, { executions }),
  });
  return {
    machine: name,
    status: run.status,
    region,
    listed: prices.listed,
    prices: { asOf: prices.asOf, source: prices.source, transition: prices.transition },
    rule,
    executions,
    standard: {
      ...kind(standard),
      monthWithFreeTier: price(standard, { executions, freeTier: true }),
      freeTransitions: prices.freeTransitions,
    },
    express: { ...kind(express), memoryMB, impossible: whyNotExpress(machine, types, run) },
    states: states.map((each) => {
      const transitions = each.entered + each.retries;
      return { ...each, transitions, share: transitions / Math.max(1, standard.transitions) };
    }),
  };
}

function whyNotExpress(
  machine: StateMachine,
  types: Subject["types"],
  { elapsedSeconds }: Simulation,
): readonly string[] {
  const found = analyze(machine, { type: "EXPRESS", ...(types && { types }) }).diagnostics;
  const asStandard = new Set(
    analyze(machine, { type: "STANDARD", ...(types && { types }) }).diagnostics.map(({ message }) => message),
  );
  const only = found
    .filter(({ severity, message }) => severity === "error" && !asStandard.has(message))
    .map(({ message }) => message);
  const { expressExecutionSeconds } = quotas;
  if (elapsedSeconds <= expressExecutionSeconds) return only;
  const long = `This execution takes ${elapsedSeconds} seconds; an EXPRESS one may take ${expressExecutionSeconds}.`;
  return [...only, long];
}

/** Without the dust of floating point. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(12));
}
