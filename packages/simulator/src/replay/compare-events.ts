import type { Json } from "@statewright/json-types";
import type { Comparison, Difference } from "./comparison.ts";
import type { Masks } from "./masks.ts";
import { type Match, matchJson } from "./match-json.ts";
import type { PlainEvent } from "./plain-event.ts";

/** Compares events in their order: id, previous event, type and details of each. */
export function compareEvents(
  history: readonly PlainEvent[],
  events: readonly PlainEvent[],
  masks: Masks,
): Comparison {
  let compared = 0;
  let masked = 0;
  for (const [index, expected] of history.entries()) {
    const actual = events[index];
    const number = index + 1;
    if (actual === undefined)
      return {
        difference: { event: number, path: "", expected: shown(expected), actual: undefined },
        events: { compared, masked },
      };
    const found = compareEvent(expected, actual, events, masks);
    if ("path" in found) return { difference: found, events: { compared, masked } };
    if (found.masked) masked += 1;
    else compared += 1;
  }
  const extra = events[history.length];
  const counted = { events: { compared, masked } };
  if (extra === undefined) return counted;
  return {
    difference: { event: history.length + 1, path: "", expected: undefined, actual: shown(extra) },
    ...counted,
  };
}

/** What an event says: its type and its details. */
export function matchEvent(expected: PlainEvent, actual: PlainEvent, masks: Masks): Match {
  if (expected.type !== actual.type)
    return { mismatch: { path: "/type", expected: expected.type, actual: actual.type }, masked: false };
  const { mismatch, masked } = matchJson(expected.details, actual.details, masks);
  return { masked, ...(mismatch && { mismatch: { ...mismatch, path: `/details${mismatch.path}` } }) };
}

/** An event as it is shown in a difference. */
export function shown({ id, previousEventId, type, details }: PlainEvent): Json {
  return { id, previousEventId, type, details };
}

function compareEvent(
  expected: PlainEvent,
  actual: PlainEvent,
  events: readonly PlainEvent[],
  masks: Masks,
): Difference | Match {
  const event = Number(actual.id);
  const { mismatch, masked } = matchEvent(expected, actual, masks);
  if (mismatch?.path === "/type") return { ...mismatch, event };
  if (expected.id !== actual.id) return { event, path: "/id", expected: expected.id, actual: actual.id };
  if (!samePrevious(expected, actual, events)) {
    const [left, right] = [expected.previousEventId, actual.previousEventId];
    return { event, path: "/previousEventId", expected: left, actual: right };
  }
  return mismatch === undefined ? { masked } : { ...mismatch, event };
}

/** MapStateExited of a Distributed Map pointed to MapRunSucceeded until 2024. */
function samePrevious(expected: PlainEvent, actual: PlainEvent, events: readonly PlainEvent[]): boolean {
  if (expected.previousEventId === actual.previousEventId) return true;
  if (actual.type !== "MapStateExited") return false;
  const [before, after] = [events[expected.previousEventId - 1], events[actual.previousEventId - 1]];
  return before?.type === "MapRunSucceeded" && after?.type === "MapRunStarted";
}
