import type { Json } from "@statewright/json-types";
import type { Simulation } from "../driver/simulation.ts";
import { compareErased } from "./compare-erased.ts";
import { compareEvents } from "./compare-events.ts";
import { compareTimedOut, groupOfTimeouts } from "./compare-timed-out.ts";
import { type Comparison, type Difference, equalEvents } from "./comparison.ts";
import { type Masks, masksOf } from "./masks.ts";
import { matchJson } from "./match-json.ts";
import { plainCause, plainEvent, plainRecordedEvent } from "./plain-event.ts";
import type { RecordedOutcome, Recording } from "./recording.ts";

/**
 * Compares a run with its recording: every event in order, then status, output, error and cause. The first
 * difference is given; what was compared up to it counts.
 */
export function compareRun(recording: Recording, run: Simulation): Comparison {
  const masks = masksOf(recording.placeholders);
  const compared = compareHistory(recording, run, masks);
  if (compared.difference !== undefined) return compared;
  const difference = compareOutcome(recording.expected, run, masks);
  return difference === undefined ? compared : { ...compared, difference };
}

function compareHistory({ expected, features }: Recording, run: Simulation, masks: Masks): Comparison {
  if (expected.history === null) return equalEvents;
  const history = expected.history.map(plainRecordedEvent);
  const events = run.events.map(plainEvent);
  if (features.includes("history:parallel-ids-erased")) return compareErased(history, events, masks);
  const group = groupOfTimeouts(history);
  return group === undefined
    ? compareEvents(history, events, masks)
    : compareTimedOut(history, events, group, masks);
}

function compareOutcome(expected: RecordedOutcome, run: Simulation, masks: Masks): Difference | undefined {
  const parts: readonly (readonly [string, Json, Json])[] = [
    ["status", expected.status, run.status],
    ["error", expected.error, run.error],
    ["cause", plainCause(expected.cause), plainCause(run.cause)],
    ["output", expected.output, run.output],
  ];
  for (const [name, recorded, actual] of parts) {
    const { mismatch } = matchJson(recorded, actual, masks);
    if (mismatch !== undefined) return { ...mismatch, path: `/${name}${mismatch.path}` };
  }
  return undefined;
}
