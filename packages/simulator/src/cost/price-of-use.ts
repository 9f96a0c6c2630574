import type { PriceBand, StepFunctionsPrices } from "@statewright/services";
import type { ExecutionUse } from "./execution-cost.ts";

/** What some executions cost, in US dollars. */
export interface Price {
  /** Transitions of STANDARD executions. */
  readonly transitions: number;
  /** Requests of EXPRESS executions. */
  readonly requests: number;
  /** The duration of EXPRESS executions, at their memory. */
  readonly duration: number;
  readonly total: number;
}

/** What decides a price besides what is billed. */
export interface PriceOptions {
  /** How many such executions there are in a month; by default one. */
  readonly executions?: number;
  /** Whether nothing else in the account has used the free transitions of the month; by default it has. */
  readonly freeTier?: boolean;
  /** The memory of an EXPRESS execution, which AWS measures; by default the least that is billed, 64 MB. */
  readonly memoryMB?: number;
}

/**
 * The price of what executions are billed for (R-PRICE-01, R-PRICE-04); integrated services, logs and data transfer are
 * not in it (R-PRICE-05).
 *
 * @example
 * ```ts
 * const { standard } = costOfExecution(machine, run);
 * priceOfUse(standard, stepFunctionsPrices("us-east-1"), { executions: 6000, freeTier: true }).total; // dollars a month
 * ```
 */
export function priceOfUse(
  use: ExecutionUse,
  prices: StepFunctionsPrices,
  { executions = 1, freeTier = false, memoryMB = prices.billedMegabytes }: PriceOptions = {},
): Price {
  const count = use.transitions * executions;
  const transitions = Math.max(0, count - (freeTier ? prices.freeTransitions : 0)) * prices.transition;
  const requests = use.requests * executions * prices.request;
  const megabytes = Math.ceil(memoryMB / prices.billedMegabytes) * prices.billedMegabytes;
  const gigabyteSeconds = (use.billedMilliseconds / 1000) * (megabytes / 1024) * executions;
  const duration = priceInBands(gigabyteSeconds, prices.gigabyteSeconds);
  return { transitions, requests, duration, total: transitions + requests + duration };
}

function priceInBands(amount: number, bands: readonly PriceBand[]): number {
  let price = 0;
  let from = 0;
  for (const { upTo = Number.POSITIVE_INFINITY, price: each } of bands) {
    price += Math.max(0, Math.min(amount, upTo) - from) * each;
    from = upTo;
  }
  return price;
}
