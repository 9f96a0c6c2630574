import type { Simulation } from "../driver/simulation.ts";
import type { EventDetails, HistoryEvent } from "../execution/history-event.ts";
import { type CurrentState, type Place, Places } from "./places.ts";
import type { TimelineEntry } from "./timeline-entry.ts";

type Draft = { -readonly [Member in keyof TimelineEntry]: TimelineEntry[Member] };

/**
 * The short form of a run: one entry for each state that was left, each failure with what became of it, and
 * the end. Made from the history alone, so that an execution recorded on AWS has one too.
 */
export function timeline(
  simulation: Pick<Simulation, "events" | "waiting" | "status">,
): readonly TimelineEntry[] {
  const { events } = simulation;
  const places = new Places();
  const entries: Draft[] = [];
  const begin = Date.parse(events[0]?.timestamp ?? "");
  const writer: Writer = { entries, undecided: new Map(), going: new Map() };
  let seconds = 0;
  for (const event of events) {
    seconds = (Date.parse(event.timestamp) - begin) / 1000;
    takeEvent(writer, event, places.locate(event), seconds);
  }
  for (const task of simulation.waiting ?? []) {
    entries.push({ seconds, depth: 0, inside: [], kind: "waiting", state: task.state, type: "Task" });
  }
  return entries;
}

interface Writer {
  readonly entries: Draft[];
  /** Failures that may still be retried or caught. */
  readonly undecided: Map<Place, Draft>;
  /** Entries that wait for the name of the next state. */
  readonly going: Map<number, Draft>;
}

function takeEvent(writer: Writer, event: HistoryEvent, place: Place, seconds: number): void {
  const { type } = event;
  const details = detailsOf(event);
  if (type.endsWith("StateEntered")) enter(writer, event, place, details, seconds);
  else if (type.endsWith("StateExited")) leave(writer, event, place, details, seconds);
  else if (type === "MapStateStarted" || type === "ParallelStateStarted")
    open(writer, place, details, seconds);
  else if (type.endsWith("Scheduled")) again(writer, place, seconds);
  else if (type === "MapIterationFailed") carryOut(place);
  else if (type.startsWith("Execution") && type !== "ExecutionStarted") end(writer, type, details, seconds);
  else if (/(?:Failed|TimedOut)$/.test(type)) fail(writer, place, type, details, seconds);
}

function enter(
  writer: Writer,
  event: HistoryEvent,
  place: Place,
  details: EventDetails,
  seconds: number,
): void {
  const name = text(details, "name") ?? "";
  const type = event.type.slice(0, -"StateEntered".length);
  const from = writer.going.get(event.previousEventId);
  if (from !== undefined) from.next = name;
  place.current = { name, type, enteredAt: seconds, previous: event.previousEventId };
  if (type === "Fail") {
    place.failure = {};
    writer.entries.push({ ...entryOf(place, seconds), kind: "failed" });
  }
}

function leave(
  writer: Writer,
  event: HistoryEvent,
  place: Place,
  details: EventDetails,
  seconds: number,
): void {
  const caught = writer.undecided.get(place);
  if (caught !== undefined) {
    caught.kind = "caught";
    writer.going.set(event.id, caught);
    writer.undecided.delete(place);
  } else {
    const output = text(details, "output");
    const entry: Draft = {
      ...entryOf(place, seconds),
      kind: "done",
      ...(output !== undefined && { output }),
    };
    if (place.current?.type === "Choice") writer.going.set(event.id, entry);
    writer.entries.push(entry);
  }
  delete place.current;
}

function open(writer: Writer, place: Place, details: EventDetails, seconds: number): void {
  if (place.failure !== undefined && !writer.undecided.has(place)) {
    const entry: Draft = { ...entryOf(place, seconds), kind: "retry", ...place.failure, retryInSeconds: 0 };
    writer.entries.push(entry);
    delete place.failure;
  }
  again(writer, place, seconds);
  place.branches = 0;
  const length = details.length;
  writer.entries.push({
    ...entryOf(place, seconds),
    kind: "opened",
    ...(typeof length === "number" && { length }),
  });
}

/** The state that failed is tried again. */
function again(writer: Writer, place: Place, seconds: number): void {
  const failed = writer.undecided.get(place);
  if (failed === undefined) return;
  failed.kind = "retry";
  failed.retryInSeconds = seconds - failed.seconds;
  writer.undecided.delete(place);
}

/** The failure of an item is that of the Map. */
function carryOut(place: Place): void {
  if (place.parent !== undefined && place.failure !== undefined) place.parent.failure = place.failure;
  delete place.current;
}

function fail(writer: Writer, place: Place, type: string, details: EventDetails, seconds: number): void {
  const container = type === "MapStateFailed" || type === "ParallelStateFailed";
  const error = text(details, "error");
  const cause = text(details, "cause");
  if (!container)
    place.failure = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
  if (place.current !== undefined && container) place.current.failed = true;
  if (writer.undecided.has(place)) return;
  const entry: Draft = { ...entryOf(place, seconds), kind: "failed", ...place.failure };
  writer.entries.push(entry);
  writer.undecided.set(place, entry);
}

function end(writer: Writer, type: string, details: EventDetails, seconds: number): void {
  const status = { Succeeded: "SUCCEEDED", Failed: "FAILED", TimedOut: "TIMED_OUT", Aborted: "ABORTED" }[
    type.slice("Execution".length)
  ];
  const [output, error, cause] = [text(details, "output"), text(details, "error"), text(details, "cause")];
  writer.entries.push({
    seconds,
    depth: 0,
    inside: [],
    kind: "ended",
    state: "",
    ...(status !== undefined && { type: status }),
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  });
}

function entryOf(place: Place, seconds: number): Omit<Draft, "kind"> {
  const inside: TimelineEntry["inside"][number][] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.parent) {
    if (at.kind !== "execution") inside.unshift({ kind: at.kind, index: at.index });
  }
  const current: CurrentState | undefined = place.current;
  return {
    seconds,
    depth: inside.length,
    inside,
    state: current?.name ?? "",
    ...(current !== undefined && { type: current.type, tookSeconds: seconds - current.enteredAt }),
  };
}

function detailsOf(event: HistoryEvent): EventDetails {
  for (const [name, value] of Object.entries(event)) {
    if (name.endsWith("EventDetails")) return value as EventDetails;
  }
  return {};
}

function text(details: EventDetails, name: string): string | undefined {
  const value = Object.hasOwn(details, name) ? details[name] : undefined;
  return typeof value === "string" ? value : undefined;
}
