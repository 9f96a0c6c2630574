import type { Retrier } from "@statewright/asl";
import { integrationOf } from "@statewright/services";
import type { StateSite } from "../types/machine-sites.ts";
import type { Count } from "./walk-region.ts";

/** What runs inside a state: what each branch writes, or one iteration and how many there are. */
export interface EventsInside {
  readonly bodies: readonly Count[];
  readonly items: Count;
}

/**
 * The events that one visit of a state writes into the history (R-HIST-05 to R-HIST-41): at least when nothing
 * fails or its catcher takes the first failure, at most with every retry (R-RETRY-05).
 */
export function eventsOfState({ state }: StateSite, inside: EventsInside): Count {
  switch (state.Type) {
    case "Fail":
      return exactly(1);
    case "Task":
      return repeated(exactly(eventsOfCall(state.Resource)), state);
    case "Parallel":
      return repeated(inside.bodies.reduce(plus, exactly(2)), state);
    case "Map": {
      if (state.ItemProcessor.ProcessorConfig?.Mode === "DISTRIBUTED") return repeated(exactly(4), state);
      const iteration = plus(inside.bodies[0] ?? exactly(0), exactly(2));
      const { least, most } = inside.items;
      const iterations = { least: least * iteration.least, most: most === 0 ? 0 : most * iteration.most };
      return repeated(plus(exactly(2), iterations), state);
    }
    default:
      return exactly(2);
  }
}

/** Entered and Exited, and between them the attempts; a catcher may take a failure that wrote one event. */
function repeated(
  attempt: Count,
  { Retry = [], Catch = [] }: { readonly Retry?: readonly Retrier[]; readonly Catch?: readonly unknown[] },
): Count {
  const attempts = 1 + Retry.reduce((sum, { MaxAttempts = 3 }) => sum + MaxAttempts, 0);
  const least = Catch.length > 0 ? Math.min(attempt.least, 1) : attempt.least;
  return { least: 2 + least, most: 2 + attempts * attempt.most };
}

/** Scheduled, Started, (Submitted,) and how it ended. */
function eventsOfCall(resource: string): number {
  return integrationOf(resource).pattern === "requestResponse" ? 3 : 4;
}

function exactly(count: number): Count {
  return { least: count, most: count };
}

function plus(left: Count, right: Count): Count {
  return { least: left.least + right.least, most: left.most + right.most };
}
