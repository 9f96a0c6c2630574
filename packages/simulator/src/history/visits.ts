import type { Json } from "@statewright/json-types";
import type { HistoryEvent } from "../execution/history-event.ts";
import { memberOf } from "../json/json-object.ts";
import type { RecordedEvent } from "../replay/recording.ts";
import { type Place, Places } from "../timeline/places.ts";

/** One stay in a state. */
export interface Visit {
  readonly state: string;
  /** `Task`, `Map` … */
  readonly type: string;
  readonly entered: RecordedEvent & { readonly id: number };
  readonly input: Json;
  /** The variables that it sees, with the visit that gave each its value. */
  readonly variables: ReadonlyMap<string, Assigned>;
  /** The number of the item that the innermost inline Map works on. */
  readonly iteration?: number;
  /** The visit of the Map or Parallel around it. */
  readonly around?: Visit;
  /** The visit before it, in the same branch or item. */
  readonly before?: Visit;
  readonly events: (RecordedEvent & { readonly id: number })[];
  exited?: RecordedEvent;
}

export interface Assigned {
  readonly value: Json;
  readonly by: Visit;
}

/** What the line of an execution, a branch or an item is at. */
interface Line {
  visit?: Visit;
  last?: Visit;
  variables: ReadonlyMap<string, Assigned>;
}

/** Sorts the events of a history to the visits that they belong to. */
export function visitsOf(events: readonly RecordedEvent[]): readonly Visit[] {
  const places = new Places();
  const lines = new Map<Place, Line>();
  const visits: Visit[] = [];
  const none: ReadonlyMap<string, Assigned> = new Map();
  const lineOf = (place: Place): Line => {
    const known = lines.get(place);
    if (known !== undefined) return known;
    const outer = place.parent === undefined ? undefined : lines.get(place.parent);
    const line: Line = { variables: outer?.variables ?? none };
    lines.set(place, line);
    return line;
  };
  for (const recorded of events) {
    if (typeof recorded.id !== "number") continue; // erased: nothing says where it belongs
    const event = { ...recorded, id: recorded.id };
    const place = places.locate(asHistoryEvent(event));
    const line = lineOf(place);
    const { type } = event;
    if (type.endsWith("StateEntered")) {
      const kind = type.slice(0, -"StateEntered".length);
      const name = memberOf(event.details, "name");
      const state = typeof name === "string" ? name : "";
      place.current = { name: state, type: kind, enteredAt: 0, previous: event.previousEventId };
      const around = place.parent === undefined ? undefined : lines.get(place.parent)?.visit;
      const iteration = iterationOf(place);
      const visit: Visit = {
        state,
        type: kind,
        entered: event,
        input: memberOf(event.details, "input") ?? null,
        variables: line.variables,
        ...(iteration !== undefined && { iteration }),
        ...(around !== undefined && { around }),
        ...(line.last !== undefined && { before: line.last }),
        events: [event],
      };
      line.visit = visit;
      line.last = visit;
      visits.push(visit);
      continue;
    }
    const { visit } = line;
    if (visit === undefined) continue;
    visit.events.push(event);
    if (type.endsWith("StateExited")) {
      visit.exited = event;
      line.variables = assign(line.variables, event, visit);
      delete line.visit;
    }
  }
  return visits;
}

function assign(
  before: ReadonlyMap<string, Assigned>,
  { details }: RecordedEvent,
  by: Visit,
): ReadonlyMap<string, Assigned> {
  const assigned = memberOf(details, "assignedVariables");
  if (typeof assigned !== "object" || assigned === null) return before;
  const after = new Map(before);
  for (const [name, value] of Object.entries(assigned)) after.set(name, { value: value as Json, by });
  return after;
}

function iterationOf(from: Place): number | undefined {
  for (let place: Place | undefined = from; place !== undefined; place = place.parent)
    if (place.kind === "item") return place.index;
  return undefined;
}

/** What of an event says where it belongs. */
function asHistoryEvent({
  id,
  previousEventId,
  type,
  details,
}: RecordedEvent & { readonly id: number }): HistoryEvent {
  const index = memberOf(details, "index");
  const state = memberOf(details, "state");
  return {
    timestamp: "",
    id,
    previousEventId,
    type,
    ...(typeof index === "number" && { mapIterationStartedEventDetails: { index } }),
    ...(typeof state === "string" && { evaluationFailedEventDetails: { state } }),
  };
}
