import type { Computed, StateNode, TaskDefinition, WaitNode } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";
import { noTask } from "../diagnostics.ts";
import { jsonSchemaOf } from "../schema/json-schema.ts";
import { originPlace } from "../template/read-template.ts";
import { type Branches, scopeBlock } from "./branches.ts";
import { retryOption } from "./handlers.ts";
import { jsonPathOptions, pathOptions, withPath } from "./json-path-fields.ts";
import {
  type CallPlace,
  comment,
  common,
  computed,
  credentialsOf,
  optionalTemplate,
  record,
  templateOf,
} from "./work-fields.ts";

export function taskState(place: CallPlace, call: unknown, given: unknown): StateNode {
  const options = record(given);
  const head = {
    kind: "task" as const,
    ...common(place, given),
    ...comment(options),
    ...seconds(options.timeoutSeconds, "timeoutSeconds", place),
    ...seconds(options.heartbeatSeconds, "heartbeatSeconds", place),
    ...(options.credentials !== undefined && { credentials: credentialsOf(options.credentials, place) }),
    ...retryOption(options.retry, place.origin),
  };
  const { definition, problems } = record(call);
  for (const problem of Array.isArray(problems) ? (problems as readonly Diagnostic[]) : []) {
    place.problems.push({ ...problem, ...originPlace(place.origin), state: place.state });
  }
  if (typeof definition !== "object" || definition === null) {
    place.problems.push(
      noTask.at({ ...originPlace(place.origin), state: place.state }, { state: place.state }),
    );
    return { ...head, task: { resource: "arn:aws:states:::lambda:invoke" } };
  }
  return { ...head, task: definition as TaskDefinition };
}

function seconds<K extends "timeoutSeconds" | "heartbeatSeconds">(
  value: unknown,
  field: K,
  place: CallPlace,
): { readonly [Field in K]?: Computed<number> } {
  if (value === undefined) return {};
  return { [field]: computed<number>(value, "number", field, place) } as { [Field in K]?: Computed<number> };
}

export function passState(place: CallPlace, given: unknown): StateNode {
  return { kind: "pass", ...common(place, given), ...comment(record(given)) };
}

export function choiceState(place: CallPlace, given: unknown): StateNode {
  return { kind: "choice", ...common(place, given), ...comment(record(given)), rules: [] };
}

export function waitState(place: CallPlace, until: unknown, given: unknown): StateNode {
  const options = record(until);
  const timestamp = withPath(options, "timestamp");
  const duration: WaitNode["duration"] =
    timestamp === undefined
      ? { kind: "seconds", value: computed<number>(withPath(options, "seconds"), "number", "seconds", place) }
      : { kind: "timestamp", value: computed<string>(timestamp, "string", "timestamp", place) };
  return { kind: "wait", ...common(place, given), ...comment(record(given)), duration };
}

export function succeedState(place: CallPlace, given: unknown): StateNode {
  const options = record(given);
  return {
    kind: "succeed",
    ...common(place, options),
    ...pathOptions(options, place),
    ...comment(options),
    ...optionalTemplate(options.output, "output", place),
  };
}

export function failState(place: CallPlace, given: unknown): StateNode {
  const options = record(given);
  const text = (
    field: "error" | "cause",
  ): { readonly error?: Computed<string>; readonly cause?: Computed<string> } => {
    const value = withPath(options, field);
    return value === undefined ? {} : { [field]: computed<string>(value, "string", field, place) };
  };
  return { kind: "fail", ...common(place, options), ...comment(options), ...text("error"), ...text("cause") };
}

export function rawState(place: CallPlace, state: unknown, given: unknown): StateNode {
  const options = record(given);
  const { schema, problem } = jsonSchemaOf(options.output);
  if (problem) place.problems.push({ ...problem, ...originPlace(place.origin), state: place.state });
  return {
    kind: "raw",
    ...common(place),
    ...comment(options),
    state: templateOf(record(state), "raw", place),
    ...(schema !== undefined && { outputSchema: schema }),
  };
}

/** `parts` are the branches, with an object before them or not. */
export function parallelState(place: CallPlace, parts: readonly unknown[], branches: Branches): StateNode {
  const { origin } = place;
  const [first] = parts;
  const given = typeof first === "object" && first !== null ? record(first) : undefined;
  return {
    kind: "parallel",
    ...common(place, given),
    ...jsonPathOptions(given ?? {}, place),
    ...comment(given ?? {}),
    ...optionalTemplate(given?.arguments, "arguments", place),
    ...retryOption(given?.retry, origin),
    branches: (given ? parts.slice(1) : parts).map((part) => {
      const { block, comment: own } = scopeBlock(branches, part, place.state, origin, place.problems);
      return { block, ...(own && { comment: own.text }), ...(origin && { origin }) };
    }),
  };
}
