import { machineToJson, type StateMachine, type StateVisit, walkStates } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { evaluateAt } from "../at/evaluate-at.ts";
import type { EvaluationData } from "../at/evaluation.ts";
import type { Visit } from "../history/visits.ts";
import { childOf, memberOf } from "../json/json-object.ts";
import type { FailureKind } from "./diagnosis.ts";

/** The field that failed. */
export interface FieldFound {
  readonly pointer: JsonPointer;
  /** What stands in it, as text. */
  readonly text?: string;
}

/** The state of a visit in the machine: by its name, and by the names around it where there are several. */
export function stateOf(machine: StateMachine, visit: Visit): StateVisit | undefined {
  const around: string[] = [];
  for (let outer = visit.around; outer !== undefined && around.length < 1000; outer = outer.around)
    around.unshift(outer.state);
  const named = walkStates(machine).filter(({ name }) => name === visit.state);
  return (
    named.find(({ within }) => within.map(({ name }) => name).join("\n") === around.join("\n")) ?? named[0]
  );
}

/** What the fields of a state saw. */
export function dataOf(visit: Visit, executionInput: Json): EvaluationData {
  const variables: Record<string, Json> = {};
  for (const [name, { value }] of visit.variables) variables[name] = value;
  const succeeded = visit.events.findLast(({ type }) =>
    /^(Task|LambdaFunction|Activity)Succeeded$/.test(type),
  );
  const result = memberOf(succeeded?.details, "output");
  return {
    input: visit.input,
    variables,
    context: { Execution: { Input: executionInput }, State: { Name: visit.state } },
    ...(result !== undefined && { result }),
  };
}

/**
 * Finds the field of a state that failed: where AWS names it, there; else the one that fails alone with the same
 * cause; else the one that holds the path of the cause, or has the name that stands in it.
 */
export function locateField(
  machine: StateMachine,
  place: StateVisit,
  kind: FailureKind,
  cause: Json,
  data: EvaluationData,
): FieldFound {
  const state = memberAt(machineToJson(machine) as Json, place.pointer);
  const text = typeof cause === "string" ? said(cause) : "";
  const at = (keys: readonly string[]): FieldFound => {
    const value = keys.reduce<Json | undefined>((part, key) => childOf(part, key), state);
    const pointer = childPointer(place.pointer, ...keys);
    return typeof value === "string" ? { pointer, text: value } : { pointer };
  };
  const keys =
    keysOf(kind, text, state) ?? evaluatedKeys(machine, place, state, text, data) ?? writtenKeys(text, state);
  return keys === undefined ? { pointer: place.pointer } : at(keys);
}

/** The cause without the state that it names. */
export function said(cause: string): string {
  return cause.replace(
    /^An error occurred while executing the state '.{1,200}?' \(entered at the event id #\d+\)\. /s,
    "",
  );
}

function keysOf(kind: FailureKind, text: string, state: Json | undefined): readonly string[] | undefined {
  const has = (field: string) => memberOf(state, field) !== undefined;
  const first = (...fields: readonly string[]) => {
    const field = fields.find(has);
    return field === undefined ? undefined : [field];
  };
  switch (kind) {
    case "expression": {
      const [, field] =
        / specified for the field '([^']{1,1000})' /.exec(text) ??
        /^The (\w+) field cannot be parsed/.exec(text) ??
        [];
      return field?.split(/[/[\]]/).filter((key) => key !== "");
    }
    case "setting":
      return settingKeys(text, state);
    case "no-choice":
      return first("Choices");
    case "fail-state":
      return first("Error", "ErrorPath", "Cause", "CausePath");
    case "data-limit":
      return first("Output", "Result", "ResultPath", "ResultSelector", "Parameters", "Resource");
    case "timeout":
    case "callback-timeout":
      return first(
        "TimeoutSeconds",
        "TimeoutSecondsPath",
        "HeartbeatSeconds",
        "HeartbeatSecondsPath",
        "Resource",
      );
    case "heartbeat":
      return first("HeartbeatSeconds", "HeartbeatSecondsPath", "Resource");
    case "reader":
      return settingKeys(text, state) ?? first("ItemReader");
    case "writer":
      return first("ResultWriter");
    case "tolerance":
      return first(
        "ToleratedFailurePercentage",
        "ToleratedFailureCount",
        "ToleratedFailurePercentagePath",
        "ToleratedFailureCountPath",
      );
    case "bad-request":
      return first("Arguments", "Parameters", "Resource");
    case "function-error":
    case "function-timeout":
    case "permission":
    case "missing-resource":
    case "throttled":
    case "service-fault":
    case "child-failed":
    case "task-error":
      return first("Resource");
    default:
      return undefined;
  }
}

/** The field whose name stands in the text: `The MaxConcurrencyPath field …`, `ToleratedFailureCount cannot …`. */
function settingKeys(text: string, state: Json | undefined): readonly string[] | undefined {
  const [, name = ""] = /\b([A-Z]\w{2,40}) (?:field|parameter|cannot|must)\b/.exec(text) ?? [];
  return keysBelow(state).find((keys) => [name, `${name}Path`].includes(keys.at(-1) ?? ""));
}

/** A field that fails with the same cause when it is evaluated alone. */
function evaluatedKeys(
  machine: StateMachine,
  place: StateVisit,
  state: Json | undefined,
  text: string,
  data: EvaluationData,
): readonly string[] | undefined {
  if (text === "") return undefined;
  return keysBelow(state).findLast((keys) => {
    const value = keys.reduce<Json | undefined>((part, key) => childOf(part, key), state);
    if (typeof value !== "string" || !value.includes("$")) return false;
    const evaluation = evaluateAt(machine, childPointer(place.pointer, ...keys), data);
    return evaluation.status === "failed" && shortCause(evaluation.cause) === shortCause(text);
  });
}

/** Without the data: a recording may have masked it. */
function shortCause(cause: string): string {
  return cause.replace(/ could not be found in the input '.*$/s, "").replace(/ == .*$/s, "");
}

/** A field that holds the path of which the text speaks. */
function writtenKeys(text: string, state: Json | undefined): readonly string[] | undefined {
  const [, path, field] =
    /^The JSONPath '([^']{1,1000})' specified for the field '([^']{1,1000})'/.exec(text) ??
    /^Invalid path '([^']{1,1000})'/.exec(text) ??
    [];
  if (path === undefined) return undefined;
  const holders = keysBelow(state).filter(
    (keys) => keys.reduce<Json | undefined>((part, key) => childOf(part, key), state) === path,
  );
  return holders.find((keys) => field === undefined || keys.at(-1) === field) ?? holders[0];
}

const mostKeys = 5000;

/** The keys of the values in a state, without the states inside of it. */
function keysBelow(state: Json | undefined): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const pending: (readonly [readonly string[], Json | undefined])[] = [[[], state]];
  for (let next = pending.pop(); next !== undefined && found.length < mostKeys; next = pending.pop()) {
    const [keys, value] = next;
    if (typeof value !== "object" || value === null) continue;
    for (const [key, part] of Object.entries(value)) {
      if (keys.length === 0 && ["ItemProcessor", "Iterator", "Branches"].includes(key)) continue;
      const inner = [...keys, key];
      found.push(inner);
      if (inner.length < 100) pending.push([inner, part as Json]);
    }
  }
  return found;
}

function memberAt(root: Json, pointer: JsonPointer): Json | undefined {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return keys.reduce<Json | undefined>((part, key) => childOf(part, key), root);
}
