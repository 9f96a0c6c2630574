import type { Json } from "@statewright/json-types";
import { type Visit, visitsOf } from "../history/visits.ts";
import { memberOf } from "../json/json-object.ts";
import type { RecordedEvent } from "../replay/recording.ts";

/** Where a history says that the execution failed. */
export interface FoundFailure {
  /** The event at its end, if it has ended. */
  readonly end?: RecordedEvent;
  /** The event that led to the end. */
  readonly event?: RecordedEvent;
  readonly visit?: Visit;
  readonly visits: readonly Visit[];
}

const endings = /^Execution(Failed|TimedOut|Aborted|Succeeded)$/;
const carriers = /^(MapIteration|MapState|ParallelState)(Failed|Aborted)$|^TaskStateAborted$/;

/** Finds the state that failed first and was not helped: failures of a Map or Parallel lead to the one inside. */
export function findFailure(events: readonly RecordedEvent[]): FoundFailure {
  const visits = visitsOf(events);
  const end = events.findLast(({ type }) => endings.test(type));
  const byId = new Map(events.map((event) => [event.id, event]));
  let event = end?.type === "ExecutionFailed" ? byId.get(end.previousEventId) : undefined;
  for (let hops = 0; event !== undefined && carriers.test(event.type) && hops < 1000; hops += 1)
    event = byId.get(event.previousEventId);
  const visit = visitOf(visits, end, event);
  return { visits, ...(end && { end }), ...(event && { event }), ...(visit && { visit }) };
}

function visitOf(
  visits: readonly Visit[],
  end: RecordedEvent | undefined,
  event: RecordedEvent | undefined,
): Visit | undefined {
  const open = visits.filter(({ exited }) => exited === undefined);
  if (end?.type === "ExecutionSucceeded") return undefined;
  const named =
    namedIn(memberOf(event?.details ?? end?.details, "cause")) ?? namedIn(memberOf(end?.details, "cause"));
  const evaluated = memberOf(event?.details, "state");
  return (
    (named?.entered !== undefined && visits.find(({ entered }) => entered.id === named.entered)) ||
    (typeof evaluated === "string" && open.findLast(({ state }) => state === evaluated)) ||
    (named !== undefined && open.findLast(({ state }) => state === named.state)) ||
    (event !== undefined &&
      event.type !== "ExecutionStarted" &&
      visits.find((visit) => visit.events.some(({ id }) => id === event.id))) ||
    open.findLast(({ type }) => type !== "Map" && type !== "Parallel") ||
    open.at(-1) ||
    undefined
  );
}

/** AWS's causes name the state, and the event that entered it. */
function namedIn(cause: Json | undefined): { readonly state: string; readonly entered?: number } | undefined {
  if (typeof cause !== "string") return undefined;
  const [, state, entered] =
    /^An error occurred while executing the state '(.{1,200}?)' \(entered at the event id #(\d+)\)\. /s.exec(
      cause,
    ) ?? [];
  if (state !== undefined) return { state, entered: Number(entered) };
  const [, limited] = /^The state\/task '(.{1,200}?)' returned a result with a size/s.exec(cause) ?? [];
  return limited === undefined ? undefined : { state: limited };
}

/** The last failure before a visit that a Catch took: what the state after it is there for. */
export function caughtBefore(
  from: Visit,
): { readonly visit: Visit; readonly event: RecordedEvent } | undefined {
  let steps = 0;
  for (
    let visit = from.before ?? from.around?.before;
    visit !== undefined;
    visit = visit.before ?? visit.around?.before
  ) {
    const failed = visit.events.findLast(({ type }) => /(Failed|TimedOut)$/.test(type));
    const after = visit.events.at(-2);
    const caught =
      failed !== undefined &&
      (after === failed || after?.type === "MapStateFailed" || after?.type === "ParallelStateFailed");
    if (caught) return { visit, event: failed };
    steps += 1;
    if (steps > mostSteps) return undefined;
  }
  return undefined;
}

const mostSteps = 30_000;
