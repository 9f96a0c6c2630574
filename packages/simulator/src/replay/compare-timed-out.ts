import type { Json } from "@statewright/json-types";
import { compareEvents, shown } from "./compare-events.ts";
import { compareUnordered } from "./compare-unordered.ts";
import type { Comparison } from "./comparison.ts";
import type { Masks } from "./masks.ts";
import type { PlainEvent } from "./plain-event.ts";

/**
 * Where the events begin that came in no fixed order: iterations of a Map whose tasks timed out at once, with more
 * TaskStateAborted than iterations that were aborted. Of any other history, nothing.
 */
export function groupOfTimeouts(history: readonly PlainEvent[]): number | undefined {
  const count = (type: string) => history.filter((event) => event.type === type).length;
  if (count("TaskTimedOut") < 2 || surplusAborted(history) !== 1) return undefined;
  return history.findIndex(({ type }) => type === "TaskTimedOut");
}

function surplusAborted(history: readonly PlainEvent[]): number {
  const count = (type: string) => history.filter((event) => event.type === type).length;
  const iterations = count("MapIterationAborted");
  return iterations === 0 ? 0 : count("TaskStateAborted") - iterations;
}

/** Compares up to the timeouts in order, and from there as multisets without the one TaskStateAborted too many. */
export function compareTimedOut(
  history: readonly PlainEvent[],
  events: readonly PlainEvent[],
  group: number,
  masks: Masks,
): Comparison {
  const before = compareEvents(history.slice(0, group), events.slice(0, group), masks);
  if (before.difference !== undefined) return before;
  const odd = history.findIndex(({ id }, index) => id !== index + 1);
  if (odd >= 0) {
    const expected: Json = history[odd]?.id ?? null;
    return { ...before, difference: { event: odd + 1, path: "/id", expected, actual: odd + 1 } };
  }
  const [recorded, ours] = [history.slice(group), events.slice(group)];
  const { missing, extra, events: counted } = compareUnordered(recorded, ours, masks, samePrevious);
  const sum = {
    compared: before.events.compared + counted.compared,
    masked: before.events.masked + counted.masked,
  };
  const surplus = missing.findIndex((event) => isSurplus(event, history));
  const [lost] = missing.filter((_, index) => index !== surplus);
  const [more] = extra;
  if (lost === undefined && more === undefined) return { events: sum };
  const event = Number((lost ?? more)?.id);
  const nearest = extra.find(({ type }) => type === lost?.type) ?? (lost === undefined ? more : undefined);
  return {
    events: sum,
    difference: { event, path: "", expected: lost && shown(lost), actual: nearest && shown(nearest) },
  };
}

/** What comes after the group comes one later in the recording, by the event too many. */
function samePrevious({ type, previousEventId }: PlainEvent, actual: PlainEvent): boolean {
  return previousEventId - (type === "ExecutionFailed" ? 1 : 0) === actual.previousEventId;
}

/** A TaskStateAborted that is nothing but one more of those that are there. */
function isSurplus({ type, details, previousEventId }: PlainEvent, history: readonly PlainEvent[]): boolean {
  const same = history.filter((event) => event.type === type && event.previousEventId === previousEventId);
  return type === "TaskStateAborted" && same.length > 1 && Object.keys(details as object).length === 0;
}
