import type { Computed, StateNode, TaskDefinition, WaitNode } from "@statewright/compiler";
import type { Diagnostic } from "@statewright/diagnostics";
import { noTask } from "../diagnostics.ts";
import { originPlace } from "../template/read-template.ts";
import { type Branches, branchBlock } from "./branches.ts";
import { type CallPlace, comment, common, computed, optionalTemplate, record } from "./work-fields.ts";

export function taskState(place: CallPlace, call: unknown): StateNode {
  const { definition, problems } = record(call);
  for (const problem of Array.isArray(problems) ? (problems as readonly Diagnostic[]) : []) {
    place.problems.push({ ...problem, ...originPlace(place.origin), state: place.state });
  }
  if (typeof definition !== "object" || definition === null) {
    place.problems.push(
      noTask.at({ ...originPlace(place.origin), state: place.state }, { state: place.state }),
    );
    return { kind: "task", ...common(place), task: { resource: "arn:aws:states:::lambda:invoke" } };
  }
  return { kind: "task", ...common(place), task: definition as TaskDefinition };
}

export function passState(place: CallPlace): StateNode {
  return { kind: "pass", ...common(place) };
}

export function choiceState(place: CallPlace): StateNode {
  return { kind: "choice", ...common(place), rules: [] };
}

export function waitState(place: CallPlace, until: unknown): StateNode {
  const options = record(until);
  const duration: WaitNode["duration"] =
    options.timestamp === undefined
      ? { kind: "seconds", value: computed<number>(options.seconds, "number", "seconds", place) }
      : { kind: "timestamp", value: computed<string>(options.timestamp, "string", "timestamp", place) };
  return { kind: "wait", ...common(place), duration };
}

export function succeedState(place: CallPlace, given: unknown): StateNode {
  const options = record(given);
  return {
    kind: "succeed",
    ...common(place),
    ...comment(options),
    ...optionalTemplate(options.output, "output", place),
  };
}

export function failState(place: CallPlace, given: unknown): StateNode {
  const options = record(given);
  const text = (
    field: "error" | "cause",
  ): { readonly error?: Computed<string>; readonly cause?: Computed<string> } =>
    options[field] === undefined ? {} : { [field]: computed<string>(options[field], "string", field, place) };
  return { kind: "fail", ...common(place), ...comment(options), ...text("error"), ...text("cause") };
}

export function parallelState(place: CallPlace, parts: readonly unknown[], branches: Branches): StateNode {
  const { origin } = place;
  return {
    kind: "parallel",
    ...common(place),
    branches: parts.map((part) => ({
      block: branchBlock(branches, part, place.state, origin, place.problems),
      ...(origin && { origin }),
    })),
  };
}
