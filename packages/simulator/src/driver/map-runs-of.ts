import { executionOf, type LiveExecution } from "../execution/live-execution.ts";
import { describeMapRun, type MapRun } from "../execution/map-run.ts";
import type { Clock } from "./clock.ts";

/** The Map Runs of a run, in the order they started; those that stood when it ended or stopped as they stood then. */
export function mapRunsOf(clock: Clock): readonly MapRun[] {
  const found = new Map(clock.mapRuns.map((mapRun) => [mapRun.mapRunArn, mapRun]));
  const status = statusOf(clock.running.get(0)?.live);
  for (const { live } of clock.running.values()) {
    const execution = executionOf(live);
    const parts = execution.unfinished?.parts ?? execution.parts;
    for (const part of Object.values(parts)) {
      if (part.kind !== "container" || part.type !== "MapRun" || part.ended !== undefined) continue;
      const mapRun = describeMapRun(execution.identity, part, (id) => parts[id], status, clock.now);
      if (mapRun !== undefined) found.set(mapRun.mapRunArn, mapRun);
    }
  }
  return [...found.values()].sort((one, other) =>
    one.startDate < other.startDate ? -1 : Number(one.startDate > other.startDate),
  );
}

/** What still runs when the execution ends is aborted with it. */
function statusOf(root: LiveExecution | undefined): MapRun["status"] {
  return root === undefined || root.status === "RUNNING" ? "RUNNING" : "ABORTED";
}
