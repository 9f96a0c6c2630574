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
  const {
    missing,
    extra,
    events: counted,
  } = compareUnordered(history.slice(group), events.slice(group), masks, () => true);
  const sum = {
    compared: before.events.compared + counted.compared,
    masked: before.events.masked + counted.masked,
  };
  const surplus = missing.findIndex(({ type }) => type === "TaskStateAborted");
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
