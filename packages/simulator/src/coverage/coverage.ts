import type { StateMachine } from "@statewright/asl";
import type { JsonPointer } from "@statewright/diagnostics";
import type { Simulation } from "../driver/simulation.ts";
import { type CoverablePlace, coverablePlaces } from "./coverable-places.ts";

/** What runs took of one machine. */
export interface Coverage {
  readonly states: CoverageTotal;
  /** Choice rules and Default, retriers, catchers, branches of Parallels, bodies of Maps. */
  readonly branches: CoverageTotal;
  /** Each state followed by its branches, in the order of the machine. */
  readonly places: readonly CoveredPlace[];
}

export interface CoverageTotal {
  readonly taken: number;
  readonly of: number;
  /** 0 to 100; 100 where there is nothing to take. */
  readonly percent: number;
}

export interface CoveredPlace extends CoverablePlace {
  /** How often it was taken, in all runs. */
  readonly taken: number;
}

/**
 * What some runs of `machine` took of it together: runs, children of Distributed Maps and items are added up.
 *
 * @example
 * ```ts
 * const { branches, places } = coverageOf(machine, [happy, declined]);
 * branches.percent; // 75
 * places.filter(({ taken }) => taken === 0); // what no test takes, with its pointer
 * ```
 */
export function coverageOf(machine: StateMachine, runs: Iterable<Pick<Simulation, "taken">>): Coverage {
  const counts = new Map<JsonPointer, number>();
  for (const { taken } of runs) {
    for (const [pointer, times] of Object.entries(taken))
      counts.set(pointer, (counts.get(pointer) ?? 0) + times);
  }
  const places = coverablePlaces(machine).map((place) => ({
    ...place,
    taken: counts.get(place.counted) ?? 0,
  }));
  const isState = ({ kind }: CoveredPlace) => kind === "state";
  return {
    states: totalOf(places.filter(isState)),
    branches: totalOf(places.filter((place) => !isState(place))),
    places,
  };
}

function totalOf(places: readonly CoveredPlace[]): CoverageTotal {
  const taken = places.filter((place) => place.taken > 0).length;
  const of = places.length;
  return { taken, of, percent: of === 0 ? 100 : Math.floor((taken / of) * 1000) / 10 };
}
