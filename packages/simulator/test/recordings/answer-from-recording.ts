import type { Json } from "@statewright/json-types";
import type { Answer, CallTask, Outcome, Responder } from "../../src/index.ts";
import type { RecordedTask, Recording } from "./recording.ts";

/** Answers calls as they were answered on AWS: by state and iteration, in order. */
export function answersOf(recording: Recording): Responder {
  const texts = new Map<string, string>();
  collectTexts(recording.expected as unknown as Json, texts);
  const left = new Map<string, RecordedTask[]>();
  for (const task of recording.tasks) {
    const key = `${task.state}\n${task.iteration ?? ""}`;
    left.set(key, [...(left.get(key) ?? []), task]);
  }
  return (call) => {
    const queue = left.get(`${call.state}\n${call.index ?? ""}`) ?? left.get(`${call.state}\n`);
    const task = queue?.shift();
    return task === undefined ? undefined : answerOf(task, call, texts);
  };
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
  return texts.get(JSON.stringify(cause)) ?? JSON.stringify(cause);
}

function collectTexts(value: Json, texts: Map<string, string>): void {
  if (typeof value === "string" && value.startsWith("{")) {
    try {
      texts.set(JSON.stringify(JSON.parse(value)), value);
    } catch {
      // text that only looks like JSON
    }
  } else if (value !== null && typeof value === "object") {
    for (const part of Object.values(value)) collectTexts(part as Json, texts);
  }
}
