import type { Json } from "@statewright/json-types";
import type { Answer, Outcome, Responder } from "../calls/answer.ts";
import type { CallTask } from "../execution/command.ts";
import { memberOf } from "../json/json-object.ts";
import type { RecordedTask, Recording } from "./recording.ts";

/**
 * Answers calls as they were answered on AWS: by state and iteration, in the order of the recording. A call that
 * timed out is never answered, and one that was not recorded gets nothing.
 */
export function answersOf(recording: Recording): Responder {
  const texts = textsIn(recording.expected as unknown as Json);
  const left = new Map<string, RecordedTask[]>();
  for (const task of recording.tasks.toReversed()) {
    const key = keyOf(task.state, task.iteration);
    const queue = left.get(key);
    if (queue === undefined) left.set(key, [task]);
    else queue.push(task);
  }
  const workers = workersOf(recording);
  return (call) => {
    const queue = left.get(keyOf(call.state, call.index)) ?? left.get(keyOf(call.state, undefined));
    const task = queue?.pop();
    if (task === undefined) return undefined;
    const workerName = call.resource.kind === "activity" ? workers.shift() : undefined;
    const taken = workerName === undefined ? {} : { taken: { afterSeconds: 0, workerName } };
    return { ...answerOf(task, call, texts), ...taken };
  };
}

/** Who took the tasks of activities, in order. */
function workersOf({ expected }: Recording): (string | undefined)[] {
  return (expected.history ?? [])
    .filter(({ type }) => type === "ActivityStarted")
    .map(({ details }) => {
      const name = memberOf(details, "workerName");
      return typeof name === "string" ? name : undefined;
    });
}

function keyOf(state: string, iteration: number | undefined): string {
  return `${iteration ?? ""}\n${state}`;
}

function answerOf(task: RecordedTask, call: CallTask, texts: ReadonlyMap<string, string>): Answer {
  const submitted = task.submitted === undefined ? undefined : { afterSeconds: 0, output: task.submitted };
  const waits = call.resource.pattern !== "requestResponse" && submitted !== undefined;
  const outcome = task.timedOut ? undefined : outcomeOf(task, texts);
  return { ...(waits && { submitted }), ...(outcome !== undefined && { outcome }) };
}

function outcomeOf(task: RecordedTask, texts: ReadonlyMap<string, string>): Outcome {
  const failed = task.endEvent?.endsWith("Failed") ?? task.error !== undefined;
  if (!failed) return { afterSeconds: 0, result: task.result ?? null };
  const cause = task.cause === undefined ? undefined : textOf(task.cause, texts);
  return {
    afterSeconds: 0,
    failed: true,
    ...(task.error !== undefined && { error: task.error }),
    ...(cause !== undefined && { cause }),
  };
}

/** The recorder parsed causes that are JSON text; how it was spelled stands in error outputs, if anywhere. */
function textOf(cause: Json, texts: ReadonlyMap<string, string>): string {
  if (typeof cause === "string") return cause;
  const text = JSON.stringify(cause);
  return texts.get(text) ?? text;
}

/** All JSON texts of objects inside of a value, by how we would spell them. */
function textsIn(root: Json): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const pending = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value === "string") {
      const spelled = value.startsWith("{") ? respelled(value) : undefined;
      if (spelled !== undefined && !texts.has(spelled)) texts.set(spelled, value);
    } else if (value !== null && typeof value === "object")
      for (const part of (Object.values(value) as Json[]).reverse()) pending.push(part);
  }
  return texts;
}

function respelled(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined; // text that only looks like JSON
  }
}
