import type { StateMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import { jsonText } from "../json/json-text.ts";
import { simulate } from "./simulate.ts";
import type { SimulateOptions } from "./simulate-options.ts";
import type { Simulation } from "./simulation.ts";

/** What {@link exploreSchedules} can be told: what `simulate` takes, and how many orders to try. */
export interface ExploreOptions extends Omit<SimulateOptions, "seed" | "resume" | "redrive"> {
  /** The seeds 0 to `schedules` − 1 are run; by default 100. */
  readonly schedules?: number;
}

/** How one order of what happens at once ended. */
export interface ScheduleEnd {
  readonly seed: number;
  readonly status: Simulation["status"];
  readonly output: Json | null;
  readonly error: string | null;
}

/** Whether the order of what happens at once decides how an execution ends. */
export interface Exploration {
  /** How many orders were run, the different one included. */
  readonly schedules: number;
  /** How seed 0 ended, to which the others are held. */
  readonly first: ScheduleEnd;
  /** The first that ended differently; absent where all ended alike. */
  readonly different?: ScheduleEnd;
}

/**
 * Runs a machine under many seeds, each an order of its own of branches and items that go on at the same time, and
 * tells the first that ends with another status, output or error than seed 0.
 *
 * All runs have the same start and name. What else the seed decides (`$random`, UUIDs, jitter, drawn durations) differs
 * between runs too, so a machine whose output holds such a value ends differently without a race. Handlers that keep a
 * memory of their own see the calls of all runs. Never throws; none found is no proof that there is none.
 *
 * @example
 * ```ts
 * const { different } = await exploreSchedules(machine, { input: {}, mocks, schedules: 200 });
 * if (different) console.log(`seed ${different.seed} ends ${different.status}, ${different.error}`);
 * ```
 */
export async function exploreSchedules(
  machine: StateMachine,
  { schedules = 100, ...options }: ExploreOptions = {},
): Promise<Exploration> {
  const name = options.name ?? "execution-0"; // else the context object would tell the seeds apart
  const run = async (seed: number): Promise<ScheduleEnd> => {
    const { status, output, error } = await simulate(machine, { ...options, name, seed });
    return { seed, status, output, error };
  };
  const first = await run(0);
  if (first.status === "REFUSED") return { schedules: 1, first };
  const wanted = keyOf(first);
  for (let seed = 1; seed < schedules; seed += 1) {
    const end = await run(seed);
    if (keyOf(end) !== wanted) return { schedules: seed + 1, first, different: end };
  }
  return { schedules: Math.max(1, schedules), first };
}

function keyOf({ status, output, error }: ScheduleEnd): string {
  return jsonText([status, output, error]);
}
