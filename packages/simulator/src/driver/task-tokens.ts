import type { SendError, SendTime, Sent, TaskToken } from "../calls/task-token.ts";
import { payloadLimit } from "../execution/limits.ts";
import { acceptExactJson } from "../json/exact-json.ts";
import { writeJson } from "../json/json-text.ts";
import type { DueEvent } from "./due.ts";

/** Something sent whose time has not come. */
export interface Sending {
  refused?: SendError;
}

/** Puts an event that was sent on the agenda; gives false where the task is over already. */
export type Send = (event: DueEvent, afterSeconds: number, sending: Sending) => boolean;

/** A token is valid once, and only while its task waits (R-PAT-02). */
export const taskTimedOut: SendError = Object.freeze({
  error: "TaskTimedOut",
  message: "Task Timed Out: 'Provided task does not exist anymore'",
});

/** The handle of a token for the call `id`. */
export function taskToken(value: string, id: string, send: Send): TaskToken {
  const sent = (event: DueEvent, when: SendTime = {}): Sent => {
    const { afterSeconds = 0 } = when;
    if (!(afterSeconds >= 0 && afterSeconds < Number.POSITIVE_INFINITY))
      return refused("ValidationException", `afterSeconds cannot be ${String(afterSeconds)}`);
    const sending: Sending = {};
    if (!send(event, afterSeconds, sending)) sending.refused = taskTimedOut;
    return sending;
  };
  return Object.freeze({
    value,
    succeed: (output: unknown, when?: SendTime) => {
      const copied = acceptExactJson(output);
      if (!copied.ok) return refused("InvalidOutput", `Invalid Output: ${copied.problem}`);
      const bytes = writeJson(copied.value)?.bytes ?? Number.POSITIVE_INFINITY;
      if (bytes > payloadLimit) return refused("InvalidOutput", `Invalid Output: it has ${bytes} bytes`);
      return sent({ kind: "taskSucceeded", id, result: copied.value }, when);
    },
    fail: (failure: Parameters<TaskToken["fail"]>[0] = {}, when?: SendTime) => {
      const { error, cause } = failure;
      const why = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
      return sent({ kind: "taskFailed", id, ...why }, when);
    },
    heartbeat: (when?: SendTime) => sent({ kind: "heartbeat", id }, when),
  });
}

function refused(error: SendError["error"], message: string): Sent {
  return { refused: { error, message } };
}
