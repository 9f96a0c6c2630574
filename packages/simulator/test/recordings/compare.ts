import type { Json } from "@statewright/json-types";
import type { HistoryEvent, Simulation } from "../../src/index.ts";
import type { RecordedEvent, Recording } from "./recording.ts";

/** The first place where a run differs from its recording. */
export interface Difference {
  readonly where: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

interface PlainEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly type: string;
  readonly details: Json;
}

/** Compares outcome and history; nothing when they are equal. */
export function compareRun(recording: Recording, run: Simulation): Difference | undefined {
  const masks = new Masks(recording.placeholders ?? []);
  const { status, output = null, error = null, cause = null, history } = recording.expected;
  const outcome: readonly (readonly [string, Json, Json])[] = [
    ["status", status, run.status],
    ["output", output, run.output],
    ["error", error, run.error],
    ["cause", parsedCause(cause), parsedCause(run.cause)],
  ];
  for (const [where, expected, actual] of outcome) {
    if (!masks.match(expected, actual)) return { where, expected, actual };
  }
  if (history === null) return undefined;
  const events = run.events.map(plain);
  if (recording.features.includes("history:parallel-ids-erased"))
    return compareErased(history, events, masks);
  const unordered = recording.id === "timeouts.service_lambda_map_timeout";
  return unordered ? compareTimedOut(history, events, masks) : compareInOrder(history, events, masks);
}

function compareInOrder(
  history: readonly RecordedEvent[],
  events: readonly PlainEvent[],
  masks: Masks,
): Difference | undefined {
  for (const [index, expected] of history.entries()) {
    const actual = events[index];
    const same =
      actual !== undefined &&
      actual.id === expected.id &&
      samePrevious(expected, actual, events) &&
      sameEvent(expected, actual, masks);
    if (!same) return { where: `event ${index + 1}`, expected, actual };
  }
  if (events.length === history.length) return undefined;
  return { where: "events", expected: history.length, actual: events.length };
}

/** MapStateExited of a Distributed Map pointed to MapRunSucceeded until 2024. */
function samePrevious(expected: RecordedEvent, actual: PlainEvent, events: readonly PlainEvent[]): boolean {
  if (expected.previousEventId === actual.previousEventId) return true;
  const run = events[expected.previousEventId - 1];
  return actual.type === "MapStateExited" && run?.type === "MapRunSucceeded";
}

/** The recorder of Parallel cases erased ids and lost Parallel events. */
function compareErased(
  history: readonly RecordedEvent[],
  events: readonly PlainEvent[],
  masks: Masks,
): Difference | undefined {
  const left = [...events];
  for (const expected of history) {
    const index = left.findIndex(
      (actual) =>
        (Array.isArray(expected.id) || actual.id === expected.id) && sameEvent(expected, actual, masks),
    );
    if (index < 0) return { where: `event ${String(expected.id)}`, expected, actual: left[0] };
    left.splice(index, 1);
  }
  const extra = left.find(({ type }) => !type.startsWith("ParallelState"));
  return extra === undefined ? undefined : { where: "events", expected: undefined, actual: extra };
}

/** Its timeouts came in any order, and one iteration too many is reported as aborted. */
function compareTimedOut(
  history: readonly RecordedEvent[],
  events: readonly PlainEvent[],
  masks: Masks,
): Difference | undefined {
  const group = history.findIndex(({ type }) => type === "TaskTimedOut");
  const before = compareInOrder(history.slice(0, group), events.slice(0, group), masks);
  if (before !== undefined) return before;
  const left = events.slice(group);
  const missing = history.slice(group).filter((expected) => {
    const index = left.findIndex((actual) => sameEvent(expected, actual, masks));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  const fine = left.length === 0 && missing.length === 1 && missing[0]?.type === "TaskStateAborted";
  return fine ? undefined : { where: "the events after the timeout", expected: missing, actual: left };
}

function sameEvent(expected: RecordedEvent, actual: PlainEvent, masks: Masks): boolean {
  return (
    expected.type === actual.type && masks.match(recordedDetails(expected.details ?? null), actual.details)
  );
}

/** Our event without times, roles and marks of truncation, its payloads parsed. */
function plain(event: HistoryEvent): PlainEvent {
  const { id, previousEventId, type } = event;
  const key = Object.keys(event).find((name) => name.endsWith("EventDetails"));
  const details = key === undefined ? null : (event[key as `${string}EventDetails`] as Json);
  return { id, previousEventId, type, details: detailsOf(details) };
}

const leftOut = new Set(["roleArn", "inputDetails", "outputDetails", "assignedVariablesDetails"]);
const jsonTexts = new Set(["input", "output", "parameters"]);

/** The recorder parsed payloads once already; a cause that is JSON text may be parsed or not. */
function recordedDetails(details: Json): Json {
  if (details === null || typeof details !== "object" || Array.isArray(details)) return {};
  const kept = Object.entries(details as Readonly<Record<string, Json>>).filter(
    ([name]) => !leftOut.has(name),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === "cause" ? parsedCause(value) : value]),
  );
}

function detailsOf(details: Json): Json {
  if (details === null || typeof details !== "object" || Array.isArray(details)) return {};
  const kept = Object.entries(details as Readonly<Record<string, Json>>).filter(
    ([name]) => !leftOut.has(name),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => {
      if (jsonTexts.has(name)) return [name, parsed(value)];
      if (name === "cause") return [name, parsedCause(value)];
      if (name !== "assignedVariables" || value === null || typeof value !== "object") return [name, value];
      return [
        name,
        Object.fromEntries(Object.entries(value).map(([key, text]) => [key, parsed(text as Json)])),
      ];
    }),
  );
}

function parsed(value: Json): Json {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

function parsedCause(value: Json): Json {
  const result = parsed(value);
  return typeof result === "object" ? result : value;
}

/** Values that the recorder masked. */
export class Masks {
  readonly #words: ReadonlySet<string>;
  readonly #inner: readonly string[];

  constructor(placeholders: readonly string[]) {
    this.#words = new Set(placeholders);
    this.#inner = placeholders.filter((mask) => mask.startsWith("<") && mask.endsWith(">"));
  }

  match(expected: Json, actual: Json): boolean {
    if (typeof expected === "string") return this.#matchText(expected, actual);
    if (expected === null || actual === null || typeof expected !== "object" || typeof actual !== "object") {
      return expected === actual;
    }
    if (Array.isArray(expected) !== Array.isArray(actual)) return false;
    const names = Object.keys(expected);
    const found = actual as Readonly<Record<string, Json>>;
    const wanted = expected as Readonly<Record<string, Json>>;
    return (
      names.length === Object.keys(actual).length &&
      names.every(
        (name) => Object.hasOwn(actual, name) && this.match(wanted[name] as Json, found[name] as Json),
      )
    );
  }

  #matchText(expected: string, actual: Json): boolean {
    if (expected === actual || this.#words.has(expected)) return true;
    const masked = this.#inner.filter((mask) => expected.includes(mask));
    if (masked.length === 0 || typeof actual !== "string") return false;
    const parts = expected.split(new RegExp(masked.map(escaped).join("|")));
    return new RegExp(`^${parts.map(escaped).join("[^]*")}$`).test(actual);
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
