import { type StepFunctionsPrices, stepFunctionsPrices } from "@statewright/services";
import {
  type CostedRun,
  type CostRule,
  costOfExecution,
  type ExecutionCost,
  type PriceOptions,
  priceOfUse,
} from "@statewright/simulator";
import { compile } from "../compile/compile.ts";
import type { Workflow } from "../types/workflow.ts";

/** How to count and to price; by default one execution in us-east-1, without the free tier. */
export interface CostOptions extends CostRule, PriceOptions {
  readonly region?: string;
}

/** What a simulated execution is billed for, and what so many of it cost, in US dollars. */
export interface WorkflowCost extends ExecutionCost {
  readonly dollars: { readonly standard: number; readonly express: number };
  readonly prices: StepFunctionsPrices;
}

/**
 * The cost of a simulated execution of a workflow: transitions and dollars as STANDARD, requests and duration as EXPRESS.
 * What the services of its tasks cost is not in it. `statewright cost` prints the same (docs/cost.md).
 *
 * @example
 * ```ts
 * const run = await simulate(orderProcessing, { input: order, mocks });
 * const { standard, dollars } = costOf(orderProcessing, run, { executions: 6000, freeTier: true });
 * standard.transitions; // 9
 * dollars.standard; // what 6,000 of it cost in a month
 * ```
 */
export function costOf<Input, Output>(
  workflow: Workflow<Input, Output>,
  run: CostedRun,
  { region = "us-east-1", starts, retries, ...pricing }: CostOptions = {},
): WorkflowCost {
  const rule = { ...(starts !== undefined && { starts }), ...(retries !== undefined && { retries }) };
  const cost = costOfExecution(compile(workflow).machine, run, rule);
  const prices = stepFunctionsPrices(region);
  const dollars = {
    standard: priceOfUse(cost.standard, prices, pricing).total,
    express: priceOfUse(cost.express, prices, pricing).total,
  };
  return { ...cost, dollars, prices };
}
