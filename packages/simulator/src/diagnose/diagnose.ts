import type { StateMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import type { Visit } from "../history/visits.ts";
import { memberOf } from "../json/json-object.ts";
import type { RecordedEvent } from "../replay/recording.ts";
import type { Diagnosis, EarlierFailure, FailureKind } from "./diagnosis.ts";
import { failureKind } from "./failure-kind.ts";
import { caughtBefore, findFailure } from "./find-failure.ts";
import { findValue } from "./find-value.ts";
import { dataOf, locateField, said, stateOf } from "./locate-field.ts";
import { nextStep } from "./next-step.ts";
import { recoveryOf } from "./recovery-of.ts";
import { redriveOf } from "./redrive.ts";

/** What {@link diagnose} looks at: the events of an execution, payloads parsed, in their order. */
export interface DiagnoseInput {
  readonly events: readonly RecordedEvent[];
  /** Without it the state, the cause and the next step are told, but no field. */
  readonly machine?: StateMachine;
  readonly type?: "STANDARD" | "EXPRESS";
}

/**
 * Finds out why an execution failed: the state, the field, the value that was there and the state that brought it,
 * what Retry and Catch did, whether a redrive helps (R-ERR-26), and what to do next. Never throws for any history.
 *
 * @example
 * ```ts
 * const { events } = readHistory(JSON.parse(text));
 * diagnose({ events, machine }).pointer; // "/States/Charge/Arguments/amount"
 * ```
 */
export function diagnose({ events, machine, type = "STANDARD" }: DiagnoseInput): Diagnosis {
  const failure = findFailure(events);
  const { end, event, visit } = failure;
  const error = textOf(end?.details, "error") ?? textOf(event?.details, "error") ?? null;
  const cause = memberOf(end?.details, "cause") ?? memberOf(event?.details, "cause") ?? null;
  const kind = failureKind(failure, error, cause);
  const redrive = redriveOf(kind, type, events.length);
  const status = statusOf(end);
  const whole = { status, kind, error, cause, redrive };
  if (visit === undefined || kind === "none" || kind === "history-limit") {
    const place = {
      state: null,
      stateType: null,
      inside: [],
      event: idOf(end),
      pointer: null,
      expression: null,
    };
    const next = nextStep({ kind, state: null, error, pointer: null });
    return { ...whole, ...place, summary: summaryOf(kind, null, error, status), next };
  }
  const executionInput = memberOf(events[0]?.details, "input") ?? null;
  const place = machine && stateOf(machine, visit);
  const field = machine && place && locateField(machine, place, kind, cause, dataOf(visit, executionInput));
  const { nearest, unassigned, ...value } = findValue(kind, visit, place, field, cause, executionInput);
  const recovery = recoveryOf(visit, place, error ?? "");
  const earlier = earlierOf(visit);
  const pointer = field?.pointer ?? null;
  const facts = {
    kind,
    state: visit.state,
    error,
    pointer,
    nearest,
    unassigned,
    introducedBy: value.introducedBy,
    recovery,
    earlier,
    before: visit.before?.state,
  };
  return {
    ...whole,
    summary: summaryOf(kind, visit.state, error, status),
    state: visit.state,
    stateType: visit.type,
    inside: insideOf(visit),
    event: idOf(event ?? end),
    pointer,
    expression: field?.text ?? quotedIn(cause) ?? null,
    ...value,
    recovery,
    ...(earlier && { earlier }),
    next: nextStep(facts),
  };
}

function statusOf(end: RecordedEvent | undefined): string {
  const [, status = "Running"] = /^Execution(\w+)$/.exec(end?.type ?? "") ?? [];
  return status === "TimedOut" ? "TIMED_OUT" : status.toUpperCase();
}

function earlierOf(visit: Visit): EarlierFailure | undefined {
  const caught = caughtBefore(visit);
  if (caught === undefined) return undefined;
  const { state, events } = caught.visit;
  const event = idOf(caught.event) ?? 0;
  const failed = events.findLast(({ details }) => textOf(details, "error") !== undefined) ?? caught.event;
  const error = textOf(failed.details, "error") ?? null;
  return { state, event, error, cause: memberOf(failed.details, "cause") ?? null };
}

function insideOf(visit: Visit): Diagnosis["inside"] {
  const inside: { readonly state: string; readonly item?: number }[] = [];
  let inner = visit;
  for (let outer = visit.around; outer !== undefined && inside.length < 1000; outer = outer.around) {
    const item = outer.type === "Map" ? inner.iteration : undefined;
    inside.unshift({ state: outer.state, ...(item !== undefined && { item }) });
    inner = outer;
  }
  return inside;
}

const happened: Readonly<Partial<Record<FailureKind, string>>> = {
  "fail-state": "is a Fail state: the machine failed on purpose",
  expression: "has an expression that cannot be evaluated",
  path: "reads a path that leads nowhere",
  setting: "was given a value that it cannot use",
  intrinsic: "calls a function that cannot take its arguments",
  "no-choice": "has no rule for this data, and no Default",
  "data-limit": "made more data than the service takes",
  timeout: "was not done in time",
  heartbeat: "sent no heartbeat in time",
  "callback-timeout": "waited for a task token that nobody sent back",
  permission: "was not allowed to make its call",
  "missing-resource": "calls something that does not exist",
  throttled: "was throttled by the service",
  "service-fault": "met a fault of the service",
  "bad-request": "was refused by the service: its arguments are wrong",
  "function-error": "called a function that failed",
  "function-timeout": "called a function that was stopped at its own time limit",
  "child-failed": "waited for an execution that failed",
  reader: "could not read its items",
  writer: "could not write its results",
  tolerance: "had more failed items than it tolerates",
  "task-error": "called a task that failed",
};

function summaryOf(kind: FailureKind, state: string | null, error: string | null, status: string): string {
  if (kind === "none") return "The execution succeeded.";
  if (kind === "running")
    return state === null
      ? "The execution has not ended."
      : `The execution has not ended; it is at "${state}".`;
  if (kind === "history-limit") return "The execution reached the maximum number of history events.";
  if (kind === "execution-timeout")
    return `The execution was not done in time${state === null ? "" : `; it was at "${state}"`}.`;
  if (kind === "aborted") return `The execution was stopped${state === null ? "" : ` at "${state}"`}.`;
  if (state === null) return `The execution ended with ${status}${error === null ? "" : `: ${error}`}.`;
  return `"${state}" ${happened[kind] ?? "failed"}.`;
}

/** Without a machine the expression may stand in the cause. */
function quotedIn(cause: Json): string | undefined {
  if (typeof cause !== "string") return undefined;
  const text = said(cause);
  return (/^The (?:JSONata expression|JSONPath) '(.{1,2000}?)' specified/s.exec(text) ??
    /^Invalid path '([^']{1,2000})'/.exec(text))?.[1];
}

function textOf(details: Json | undefined, key: string): string | undefined {
  const value = memberOf(details, key);
  return typeof value === "string" ? value : undefined;
}

function idOf(event: RecordedEvent | undefined): number | null {
  return typeof event?.id === "number" ? event.id : null;
}
