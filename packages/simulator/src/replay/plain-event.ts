import type { Json } from "@statewright/json-types";
import { detailsKey, type HistoryEvent } from "../execution/history-event.ts";
import { isJsonObject } from "../json/json-object.ts";
import { isTooDeep, setMember } from "../json/json-text.ts";
import type { RecordedEvent } from "./recording.ts";

/** An event as it is compared: without times and roles, its payloads parsed, no details for `{}`. */
export interface PlainEvent {
  readonly id: number | readonly number[];
  readonly previousEventId: number;
  readonly type: string;
  readonly details: Json;
}

const leftOut = new Set([
  "roleArn",
  "inputDetails",
  "outputDetails",
  "assignedVariablesDetails",
  "resultDetails",
]);
const jsonTexts = new Set(["input", "output", "parameters"]);

/** An event of GetExecutionHistory, whose payloads are JSON text. */
export function plainEvent(event: HistoryEvent): PlainEvent {
  const { id, previousEventId, type } = event;
  const details = event[detailsKey(type)] as Json | undefined;
  return { id, previousEventId, type, details: plainDetails(details ?? {}) };
}

/** Details of GetExecutionHistory, without times and roles, their payloads parsed. */
export function plainDetails(details: Json): Json {
  return membersOf(details, textOf);
}

/** A recorded event: the recorder parsed its payloads already, but not always the cause. */
export function plainRecordedEvent({ id, previousEventId, type, details }: RecordedEvent): PlainEvent {
  return { id, previousEventId, type, details: membersOf(details, recordedOf) };
}

/** A cause that is JSON text counts as what it says; any other is the text. */
export function plainCause(cause: Json): Json {
  const said = parsed(cause);
  return typeof said === "object" ? said : cause;
}

function membersOf(details: Json | undefined, read: (name: string, value: Json) => Json): Json {
  const kept: Record<string, Json> = {};
  if (!isJsonObject(details)) return kept;
  for (const [name, value] of Object.entries(details))
    if (!leftOut.has(name)) setMember(kept, name, read(name, value));
  return kept;
}

function textOf(name: string, value: Json): Json {
  if (jsonTexts.has(name)) return parsed(value);
  if (name === "cause") return plainCause(value);
  if (name !== "assignedVariables" || !isJsonObject(value)) return value;
  const variables: Record<string, Json> = {};
  for (const [variable, text] of Object.entries(value)) setMember(variables, variable, parsed(text));
  return variables;
}

function recordedOf(name: string, value: Json): Json {
  return name === "cause" ? plainCause(value) : value;
}

function parsed(value: Json): Json {
  if (typeof value !== "string" || isTooDeep(value)) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}
