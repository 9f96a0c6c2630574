import { childPointer, type Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { memberOf } from "../json/json-object.ts";
import { type FieldReader, fieldReader } from "./read-fields.ts";
import type {
  RecordedEvent,
  RecordedIdentity,
  RecordedObject,
  RecordedOutcome,
  RecordedTask,
  Recording,
} from "./recording.ts";

/** What {@link readRecording} gives: a recording, or what keeps the document from being one. */
export type RecordingReading =
  | { readonly recording: Recording; readonly diagnostics: readonly [] }
  | { readonly recording?: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a recording of an execution. `name` is its id where it has none of its own.
 *
 * Never throws: what is not as it should be is a `simulate/broken-recording` at its pointer. Members it does not
 * know are passed over.
 *
 * @example
 * ```ts
 * const { recording, diagnostics } = readRecording(JSON.parse(text), "orders");
 * ```
 */
export function readRecording(document: Json, name: string): RecordingReading {
  const read = fieldReader("recording");
  const fields = read.object(document, "");
  if (fields === undefined) return { diagnostics: read.found };
  const definition = memberOf(document, "definition") ?? undefined;
  if (
    definition !== undefined &&
    (typeof definition !== "object" || Array.isArray(definition)) &&
    typeof definition !== "string"
  )
    read.wrong("/definition", "a state machine", definition);
  const type = read.text(fields, "", "type") ?? "STANDARD";
  if (type !== "STANDARD" && type !== "EXPRESS") read.wrong("/type", "STANDARD or EXPRESS", type);
  const recorded = dateOf(read.text(fields, "", "recorded"));
  const execution = memberOf(fields, "execution") ?? undefined;
  const recording: Recording = {
    id: read.text(fields, "", "id") ?? name,
    ...(definition !== undefined && { definition }),
    input: memberOf(fields, "input") ?? {},
    type: type === "EXPRESS" ? type : "STANDARD",
    tasks: read.list(fields, "", "tasks", (task, at) => readTask(read, task, at)),
    s3: read.list(fields, "", "s3", (object, at) => readObject(read, object, at)),
    expected: readOutcome(read, memberOf(fields, "expected")),
    placeholders: readMasks(read, fields),
    features: read.list(fields, "", "features", (one, at) => textAt(read, one, at)),
    ...(recorded !== undefined && { recorded }),
    ...(execution !== undefined && { execution: readIdentity(read, execution) }),
  };
  return read.found.length > 0 ? { diagnostics: read.found } : { recording, diagnostics: [] };
}

function readObject(read: FieldReader, value: Json, at: string): RecordedObject | undefined {
  const fields = read.object(value, at);
  if (fields === undefined) return undefined;
  const [bucket, key, body] = ["bucket", "key", "body"].map((name) => read.text(fields, at, name));
  return bucket === undefined || key === undefined || body === undefined ? undefined : { bucket, key, body };
}

function readTask(read: FieldReader, value: Json, at: string): RecordedTask | undefined {
  const task = read.object(value, at);
  if (task === undefined) return undefined;
  const state = read.text(task, at, "state");
  if (state === undefined)
    return read.wrong(childPointer(at, "state"), "the name of a state", memberOf(task, "state"));
  const iteration = read.number(task, at, "iteration");
  const resource = read.text(task, at, "resource");
  const error = read.text(task, at, "error");
  const endEvent = read.text(task, at, "endEvent");
  const cause = memberOf(task, "cause") ?? undefined;
  const timedOut = memberOf(task, "timedOut") ?? undefined;
  if (timedOut !== undefined && typeof timedOut !== "boolean")
    read.wrong(childPointer(at, "timedOut"), "true or false", timedOut);
  const result = memberOf(task, "result");
  const submitted = memberOf(task, "submitted");
  return {
    state,
    ...(resource !== undefined && { resource }),
    ...(iteration !== undefined && { iteration }),
    ...(result !== undefined && { result }),
    ...(submitted !== undefined && { submitted }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(timedOut === true && { timedOut }),
    ...(endEvent !== undefined && { endEvent }),
  };
}

function readOutcome(read: FieldReader, value: Json | undefined): RecordedOutcome {
  const at = "/expected";
  const outcome = read.object(value, at) ?? {};
  const status = read.text(outcome, at, "status");
  if (status === undefined && value !== undefined)
    read.wrong(`${at}/status`, "a status such as SUCCEEDED", memberOf(outcome, "status"));
  const history = memberOf(outcome, "history") ?? null;
  return {
    status: status ?? "",
    output: memberOf(outcome, "output") ?? null,
    error: read.text(outcome, at, "error") ?? null,
    cause: memberOf(outcome, "cause") ?? null,
    history:
      history === null
        ? null
        : read.list(outcome, at, "history", (event, place) => readEvent(read, event, place)),
  };
}

function readEvent(read: FieldReader, value: Json, at: string): RecordedEvent | undefined {
  const event = read.object(value, at);
  if (event === undefined) return undefined;
  const { id, type, previousEventId } = {
    id: memberOf(event, "id"),
    type: memberOf(event, "type"),
    previousEventId: memberOf(event, "previousEventId") ?? 0,
  };
  const erased = Array.isArray(id) && id.every((one) => typeof one === "number");
  if (typeof id !== "number" && !erased) return read.wrong(childPointer(at, "id"), "a number", id);
  if (typeof type !== "string") return read.wrong(childPointer(at, "type"), "the type of an event", type);
  if (typeof previousEventId !== "number")
    return read.wrong(childPointer(at, "previousEventId"), "a number", previousEventId);
  const details = memberOf(event, "details") ?? null;
  if (details !== null) read.object(details, childPointer(at, "details"));
  return { id: id as number | readonly number[], previousEventId, type, details };
}

/** A text of a history may be looked through for all of them at each of its characters. */
const longestMask = 1000;
const mostMaskCharacters = 200_000;

function readMasks(read: FieldReader, fields: Json): readonly string[] {
  const masks = read.list(fields, "", "placeholders", (mask, at) => {
    const text = textAt(read, mask, at);
    if (text === undefined || (text !== "" && text.length <= longestMask)) return text;
    return read.wrong(at, `text of 1 to ${longestMask} characters`, text);
  });
  const characters = masks.reduce((sum, mask) => sum + mask.length, 0);
  if (characters > mostMaskCharacters)
    read.wrong("/placeholders", `at most ${mostMaskCharacters} characters`, characters);
  return masks;
}

function readIdentity(read: FieldReader, value: Json): RecordedIdentity {
  const at = "/execution";
  const fields = read.object(value, at) ?? {};
  const identity: Record<string, string> = {};
  for (const key of ["name", "stateMachineName", "region", "account", "startTime"]) {
    const text = read.text(fields, at, key);
    if (text !== undefined) identity[key] = text;
  }
  if (identity.startTime !== undefined && Number.isNaN(Date.parse(identity.startTime)))
    read.wrong(`${at}/startTime`, "an ISO 8601 time", identity.startTime);
  return identity;
}

function textAt(read: FieldReader, value: Json, at: string): string | undefined {
  return typeof value === "string" ? value : read.wrong(at, "a string", value);
}

/** The day in `2024-04-18T…` or `18-04-2024, …`. */
function dateOf(recorded: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(recorded ?? "") ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  const [, early, middle, late] = /^(\d\d)-(\d\d)-(\d{4})/.exec(recorded ?? "") ?? [];
  return late === undefined ? undefined : `${late}-${middle}-${early}`;
}
