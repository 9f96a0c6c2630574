import type { Diagnosis, FailureKind } from "./diagnosis.ts";

type Redrive = Diagnosis["redrive"];

/** A redrive runs from the failed state on, with the same input and the same definition (R-ERR-26). */
export function redriveOf(kind: FailureKind, type: "STANDARD" | "EXPRESS", events: number): Redrive {
  const no = (why: string): Redrive => ({ helps: "no", why });
  if (kind === "none") return no("The execution succeeded.");
  if (kind === "running") return no("The execution has not ended.");
  if (type === "EXPRESS") return no("Express executions cannot be redriven.");
  if (kind === "history-limit" || events >= 24_999)
    return no("Its history is full: a redrive goes on in the same one.");
  switch (kind) {
    case "throttled":
    case "service-fault":
    case "function-timeout":
    case "timeout":
    case "heartbeat":
      return { helps: "yes", why: "It calls the task again, and its retries start anew." };
    case "callback-timeout":
      return { helps: "yes", why: "It sends a new task token, which must be answered this time." };
    case "execution-timeout":
      return { helps: "yes", why: "The time of the execution starts anew at the state that it was in." };
    case "aborted":
      return { helps: "yes", why: "It goes on at the state that was stopped." };
    case "permission":
      return { helps: "after a repair", why: "The role is asked again: add the permission first." };
    case "missing-resource":
      return {
        helps: "after a repair",
        why: "It calls the same resource again: create it first, if its name is right.",
      };
    case "function-error":
    case "task-error":
    case "child-failed":
      return {
        helps: "after a repair",
        why: "It calls the same task again with the same data: repair what it calls first.",
      };
    case "reader":
    case "writer":
    case "tolerance":
      return {
        helps: "after a repair",
        why: "It runs the failed items again: repair what they read or call first.",
      };
    case "fail-state":
      return no("It enters the same Fail state again.");
    default:
      return no("It runs the same definition on the same data, and fails again in the same place.");
  }
}
