import type { HistoryEvent } from "../execution/history-event.ts";
import { executionOf } from "../execution/live-execution.ts";
import type { Program } from "../program/program.ts";
import type { Clock } from "./clock.ts";
import type { ClockRun } from "./clock-run.ts";
import { mapRunsOf } from "./map-runs-of.ts";
import { otherExecutionsOf } from "./other-executions.ts";
import { type AnswersGiven, saveRun } from "./save-run.ts";
import type { SimulateOptions } from "./simulate-options.ts";
import type { Simulation } from "./simulation.ts";

/** What a run on the virtual clock came to. */
export function simulationOf(
  program: Program,
  run: ClockRun,
  startTime: number,
  given: AnswersGiven,
  { redrivable = false }: SimulateOptions,
): Simulation {
  const { finished, stopped, events, transitions, now, clock } = run;
  const kept = redrivable && isRedrivable(clock);
  const mapRuns = mapRunsOf(clock);
  const otherExecutions = otherExecutionsOf(clock);
  const written = Object.fromEntries([...clock.written].map(([address, text]) => [address, { text }]));
  const waiting = run.waiting.map(({ state, pointer, token, arguments: args }) => ({
    state,
    pointer,
    token: token ?? null,
    arguments: args,
  }));
  return {
    status: finished?.status ?? (stopped === undefined ? "WAITING" : "RUNNING"),
    output: finished?.output ?? stopped?.input ?? null,
    error: finished?.error ?? null,
    cause: finished?.cause ?? null,
    states: enteredStates(events),
    transitions,
    get taken() {
      return Object.fromEntries(run.taken); // made when it is asked for: most runs are not
    },
    elapsedSeconds: (now - startTime) / 1000,
    events,
    ...(mapRuns.length > 0 && { mapRuns }),
    ...(clock.written.size > 0 && { written }),
    ...(clock.started.size > 0 && { executions: [...clock.started.values()] }),
    ...(otherExecutions.length > 0 && { otherExecutions }),
    ...(finished === undefined && stopped === undefined && { waiting }),
    ...((stopped !== undefined || kept) && { saved: saveRun(program, clock, given) }),
    diagnostics: finished?.diagnostics ?? [],
  };
}

function enteredStates(events: readonly HistoryEvent[]): readonly string[] {
  const names: string[] = [];
  for (const { stateEnteredEventDetails } of events) {
    const name = stateEnteredEventDetails?.name;
    if (typeof name === "string") names.push(name);
  }
  return names;
}

function isRedrivable({ running }: Clock): boolean {
  const root = running.get(0);
  return root !== undefined && executionOf(root.live).unfinished !== undefined;
}
