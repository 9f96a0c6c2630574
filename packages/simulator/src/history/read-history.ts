import { childPointer, type Diagnostic } from "@statewright/diagnostics";
import type { Json, JsonObject } from "@statewright/json-types";
import { detailsKey } from "../execution/history-event.ts";
import { isJsonObject, memberOf } from "../json/json-object.ts";
import { plainDetails } from "../replay/plain-event.ts";
import { type FieldReader, fieldReader } from "../replay/read-fields.ts";
import type { RecordedEvent } from "../replay/recording.ts";

/** An event of a history with its payloads parsed. */
export interface ReadEvent extends RecordedEvent {
  readonly id: number;
  /** Milliseconds since 1970, where the event says when it happened. */
  readonly time?: number;
  readonly roleArn?: string;
  /** Whether the service left a part of a payload out. */
  readonly truncated?: true;
}

/** What {@link readHistory} gives. */
export interface HistoryReading {
  /** In the order of their ids. */
  readonly events: readonly ReadEvent[];
  /** The document says that there is more of it. */
  readonly isPart: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** AWS keeps at most 25,000 events of an execution (R-Q-02); what has far more is no history. */
const mostEvents = 50_000;

/** Reads what `get-execution-history` prints: `{ "events": [ … ] }`. Never throws; problems are diagnostics. */
export function readHistory(document: Json): HistoryReading {
  const read = fieldReader("history");
  const holder = read.object(document, "") ?? {};
  if (read.found.length === 0 && memberOf(holder, "events") === undefined)
    read.wrong("/events", "the events of an execution", undefined);
  const events = read.list(holder, "", "events", (event, at) => readEvent(read, event, at));
  if (events.length > mostEvents) read.wrong("/events", `at most ${mostEvents} events`, events.length);
  const sorted = events.toSorted((left, right) => left.id - right.id);
  const isPart = typeof memberOf(holder, "nextToken") === "string" || (sorted[0]?.id ?? 1) > 1;
  return { events: sorted, isPart, diagnostics: read.found };
}

function readEvent(read: FieldReader, value: Json, at: string): ReadEvent | undefined {
  const event = read.object(value, at);
  if (event === undefined) return undefined;
  const id = read.number(event, at, "id");
  const type = read.text(event, at, "type");
  if (id === undefined || !Number.isSafeInteger(id) || id < 1)
    return read.wrong(childPointer(at, "id"), "the number of an event", memberOf(event, "id"));
  if (type === undefined) return read.wrong(childPointer(at, "type"), "the type of an event", undefined);
  const previousEventId = read.number(event, at, "previousEventId") ?? 0;
  const details = memberOf(event, detailsKey(type)) ?? null;
  if (details !== null && !isJsonObject(details))
    return read.wrong(childPointer(at, detailsKey(type)), "an object", details);
  const time = timeOf(memberOf(event, "timestamp"));
  const roleArn = memberOf(details ?? {}, "roleArn");
  return {
    id,
    type,
    previousEventId: previousEventId < id ? previousEventId : 0,
    details: plainDetails(details ?? {}),
    ...(time !== undefined && { time }),
    ...(typeof roleArn === "string" && { roleArn }),
    ...(details !== null && isTruncated(details) && { truncated: true }),
  };
}

function isTruncated(details: JsonObject): boolean {
  return Object.values(details).some((part) => memberOf(part, "truncated") === true);
}

/** AWS's tools print ISO 8601 or seconds since 1970. */
export function timeOf(value: Json | undefined): number | undefined {
  const time =
    typeof value === "number" ? value * 1000 : typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Math.abs(time) < 8e15 ? Math.round(time) : undefined;
}
