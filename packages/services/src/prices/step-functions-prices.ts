/** What Step Functions costs in one Region, in US dollars. Integrated services, logs and data transfer are not in it. */
export interface StepFunctionsPrices {
  /** The Region asked for. */
  readonly region: string;
  /** Whether the table has a price of its own for the Region; else these are the prices of most Regions. */
  readonly listed: boolean;
  /** The month whose prices these are. */
  readonly asOf: string;
  readonly source: string;
  /** STANDARD: one state transition. */
  readonly transition: number;
  /** STANDARD: state transitions a month that cost nothing; they do not expire. */
  readonly freeTransitions: number;
  /** EXPRESS: one request. */
  readonly request: number;
  /** EXPRESS: a GB-second, by how many there were this month; the last band has no end. */
  readonly gigabyteSeconds: readonly PriceBand[];
  /** EXPRESS: durations are rounded up to a multiple of this. */
  readonly billedMilliseconds: number;
  /** EXPRESS: memory is rounded up to a multiple of this. */
  readonly billedMegabytes: number;
}

/** A price that holds up to a monthly amount. */
export interface PriceBand {
  readonly upTo?: number;
  readonly price: number;
}

const asOf = "2026-10";
// The page itself was not reached; its figures as they are commonly known, which `source` tells whoever prices by them.
const source =
  "figures of the AWS Step Functions pricing page as commonly known; look there before a decision";

/** A thousand state transitions. Where a Region is not here, most Regions' price stands for it. */
const thousandTransitions: Readonly<Record<string, number>> = {
  "us-east-1": 0.025,
  "us-west-2": 0.025,
  "eu-west-1": 0.025,
  "us-west-1": 0.0279,
  "sa-east-1": 0.0375,
};

const gigabyteHour = 3600;

/**
 * The prices of Step Functions in a Region, with their date.
 *
 * @example
 * ```ts
 * stepFunctionsPrices("sa-east-1").transition; // 0.0000375
 * stepFunctionsPrices("eu-north-1").listed; // false: the price of most Regions stands for it
 * ```
 * Source: the pricing page of AWS Step Functions (R-PRICE-01, R-PRICE-04).
 */
export function stepFunctionsPrices(region: string): StepFunctionsPrices {
  const listed = Object.hasOwn(thousandTransitions, region);
  return {
    region,
    listed,
    asOf,
    source,
    transition: (listed ? (thousandTransitions[region] as number) : 0.025) / 1000,
    freeTransitions: 4000,
    request: 1 / 1_000_000,
    gigabyteSeconds: [
      { upTo: 1000 * gigabyteHour, price: 0.00001667 },
      { upTo: 5000 * gigabyteHour, price: 0.00000833 },
      { price: 0.00000456 },
    ],
    billedMilliseconds: 100,
    billedMegabytes: 64,
  };
}
