import type { Json } from "@statewright/json-types";
import { jsonText, writeJson } from "../../json/json-text.ts";
import { typeName } from "../../json/json-type.ts";
import { uuidOf } from "../../json/seeded-random.ts";
import type { TaskPlan } from "../../program/plan.ts";
import type { Setting } from "../../program/plan-fields.ts";
import { changeThread } from "../change-part.ts";
import type { CallTask } from "../command.ts";
import { executionArn } from "../context-object.ts";
import { leaveWithResult, payloadSeen, seenByFields } from "../data-flow.ts";
import { command, type Draft, queue } from "../draft.ts";
import { emit, fail } from "../emit.ts";
import { evaluate, wrongType } from "../evaluate.ts";
import type { ExecutionIdentity } from "../execution.ts";
import { failLater, faultInState } from "../failure.ts";
import { type EventDetails, included } from "../history-event.ts";
import { payloadLimit } from "../limits.ts";
import type { PartId, Thread } from "../part.ts";
import { threadOf } from "../parts.ts";
import { positiveInteger } from "../settings.ts";
import { resultTooLarge } from "../texts.ts";
import { exitState } from "../transition.ts";
import type { ExecutionEvent } from "../unit.ts";
import type { Evaluated, View } from "../view.ts";
import { viewOf } from "../view-of-state.ts";
import { planOf, visitId } from "../visit.ts";

/** Schedules one attempt of a task: its arguments are evaluated anew each time (R-RETRY-06). */
export function scheduleTask(draft: Draft, id: PartId, plan: TaskPlan): void {
  const thread = changeThread(draft, id);
  const { resource } = plan;
  const waits = resource.pattern === "waitForTaskToken";
  const named = waits || resource.kind === "activity";
  const token = named ? taskToken(thread, draft.base.identity) : undefined;
  const view = viewOf(draft, thread, plan, waits && token !== undefined ? { token } : undefined);
  const fields = taskFields(plan, view);
  if (!fields.ok) {
    faultInState(draft, id, fields.fault);
    return;
  }
  const { payload, timeout, heartbeat, roleArn } = fields.value;
  const text = writeJson(payload);
  if (text === undefined || text.bytes > payloadLimit) {
    fail(draft, "States.DataLimitExceeded", resultTooLarge(plan.name));
    return;
  }
  thread.phase = "calling";
  const timed = token !== undefined || timeout !== undefined || heartbeat !== undefined;
  if (timed || thread.timers !== undefined)
    thread.timers = {
      ...(token !== undefined && { token }),
      ...(timeout !== undefined && { timeoutSeconds: timeout }),
      ...(heartbeat !== undefined && { heartbeatSeconds: heartbeat }),
    };
  const { resourceType } = resource;
  const details: EventDetails =
    resource.kind === "service"
      ? {
          resourceType,
          resource: resource.resource,
          region: draft.base.identity.region,
          parameters: text.text,
        }
      : { resource: resource.arn, input: text.text, inputDetails: included };
  const plain = timeout === undefined && heartbeat === undefined && roleArn === undefined;
  const limits: EventDetails = plain
    ? details
    : {
        ...details,
        ...(timeout !== undefined && { timeoutInSeconds: timeout }),
        ...(heartbeat !== undefined && { heartbeatInSeconds: heartbeat }),
        ...(roleArn !== undefined && { taskCredentials: { roleArn } }),
      };
  thread.last = emit(draft, eventsOf(plan).scheduled, thread.last, limits);
  queue(draft, { kind: "start-task", thread: id, arguments: payload });
}

/** What a Task is called with. */
export interface TaskFields {
  readonly payload: Json;
  readonly timeout?: number;
  readonly heartbeat?: number;
  readonly roleArn?: string;
}

/** Evaluates the fields of a Task that are needed for its call. */
export function taskFields(plan: TaskPlan, view: View): Evaluated<TaskFields> {
  const seen = seenByFields(plan, view);
  if (!seen.ok) return seen;
  const payload = payloadSeen(plan, seen.value);
  if (!payload.ok) return payload;
  const fitting = fittingPayload(plan, payload.value);
  if (!fitting.ok) return fitting;
  const timeout = seconds(plan.timeout, seen.value);
  if (!timeout.ok) return timeout;
  const heartbeat = seconds(plan.heartbeat, seen.value);
  if (!heartbeat.ok) return heartbeat;
  const role = plan.roleArn === undefined ? undefined : evaluate(plan.roleArn, seen.value);
  if (role?.ok === false) return role;
  const roleArn = role === undefined ? undefined : (role.value as { readonly RoleArn?: Json }).RoleArn;
  return {
    ok: true,
    value: {
      payload: payload.value,
      ...(timeout.value !== undefined && { timeout: timeout.value }),
      ...(heartbeat.value !== undefined && { heartbeat: heartbeat.value }),
      ...(typeof roleArn === "string" && { roleArn }),
    },
  };
}

/** An integration takes an object; a function or an activity takes anything. */
export function fittingPayload(
  { resource, payload }: Pick<TaskPlan, "resource" | "payload">,
  value: Json,
): Evaluated {
  if (resource.kind !== "service" || typeName(value) === "object") return { ok: true, value };
  if (payload?.kind === "jsonata") return wrongType(payload, "object", value); // R-JA-14
  return { ok: false, fault: { kind: "refused", what: `arguments that are no object (${typeName(value)})` } };
}

/** What a worker of a task answers with; only where the state waits for it, or an activity takes it. */
export function taskToken(thread: Thread, identity: ExecutionIdentity): string {
  return uuidOf(`${executionArn(identity)}${visitId(thread)}`);
}

function seconds(setting: Setting | undefined, view: View): Evaluated<number | undefined> {
  return setting === undefined ? { ok: true, value: undefined } : positiveInteger(setting, view);
}

/** Hands the task to the driver; its timers start now (R-TASK-03). */
export function startTask(draft: Draft, id: PartId, args: Json): void {
  const thread = changeThread(draft, id);
  const plan = planOf(draft, thread) as TaskPlan;
  const { resource } = plan;
  // An activity starts when a worker takes it; until then its time runs already.
  if (resource.kind !== "activity")
    thread.last = emit(
      draft,
      eventsOf(plan).started,
      thread.last,
      resource.kind === "service" ? named(plan) : undefined,
    );
  const call = visitId(thread);
  const { attempt, item, timers } = thread;
  const { name: state, pointer } = plan;
  const at: CallTask =
    item === undefined
      ? { kind: "callTask", id: call, state, pointer, resource, arguments: args, attempt }
      : { kind: "callTask", id: call, state, pointer, resource, arguments: args, attempt, index: item.Index };
  if (timers === undefined) {
    command(draft, at);
    return;
  }
  command(draft, timers.token === undefined ? at : { ...at, token: timers.token });
  wake(draft, call, "timeout", timers.timeoutSeconds);
  wake(draft, call, "heartbeat", timers.heartbeatSeconds);
}

function wake(draft: Draft, call: string, timer: string, after: number | undefined): void {
  if (after !== undefined)
    command(draft, { kind: "wakeAt", id: `${call}!${timer}`, time: draft.now + after * 1000 });
}

type Answer = Exclude<ExecutionEvent, { readonly kind: "stop" | "childFinished" }>;

/** Takes the answer of a call, or a timer that ran out. */
export function answerTask(draft: Draft, id: PartId, plan: TaskPlan, event: Answer): void {
  const thread = changeThread(draft, id);
  switch (event.kind) {
    case "taskTaken": {
      const { workerName } = event;
      const details = workerName === undefined ? undefined : { workerName };
      if (plan.resource.kind === "activity")
        thread.last = emit(draft, "ActivityStarted", thread.last, details);
      return;
    }
    case "taskSubmitted":
      thread.phase = "submitted";
      thread.last = emit(draft, "TaskSubmitted", thread.last, {
        ...named(plan),
        ...outputDetails(event.output),
      });
      return;
    case "heartbeat":
      wake(draft, visitId(thread), "heartbeat", thread.timers?.heartbeatSeconds);
      return;
    case "timer":
      timeOut(draft, thread, plan, event.id.endsWith("!heartbeat"));
      return;
    case "taskFailed":
      cancelTimers(draft, thread);
      if (event.error === "States.Timeout" || event.error === "States.HeartbeatTimeout") {
        timeOut(draft, thread, plan, event.error === "States.HeartbeatTimeout");
        return;
      }
      taskFailed(draft, thread, plan, event.error, event.cause);
      return;
    case "taskSucceeded":
      cancelTimers(draft, thread);
      taskSucceeded(draft, thread, plan, event.result);
      return;
  }
}

function taskSucceeded(draft: Draft, thread: Thread, plan: TaskPlan, result: Json): void {
  const text = writeJson(result);
  if (text === undefined || text.bytes > payloadLimit) {
    const name = plan.resource.kind === "service" ? plan.resource.resourceType : plan.resource.arn;
    taskFailed(draft, thread, plan, "States.DataLimitExceeded", resultTooLarge(name));
    return; // R-TASK-07
  }
  const open = changeThread(draft, thread.id);
  const { resource, resourceType } = plan.resource;
  const output = text.text;
  const details: EventDetails =
    plan.resource.kind === "service"
      ? { resourceType, resource, output, outputDetails: included }
      : { output, outputDetails: included };
  open.last = emit(draft, eventsOf(plan).succeeded, open.last, details);
  const leaving = leaveWithResult(plan, result, viewOf(draft, open, plan));
  if (!leaving.ok) {
    faultInState(draft, thread.id, leaving.fault);
    return;
  }
  exitState(draft, thread.id, plan, leaving.value, { next: plan.next });
}

function taskFailed(
  draft: Draft,
  thread: Thread,
  plan: TaskPlan,
  error: string | undefined,
  cause: string | undefined,
): void {
  const details = {
    ...named(plan),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  };
  const event = emit(draft, eventsOf(plan).failed, thread.last, details);
  const terminal = error === "States.Runtime" ? { terminal: true as const } : {};
  failLater(draft, thread.id, {
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    event,
    ...terminal,
  });
}

/** A missed heartbeat is reported as States.Timeout too (R-TASK-04). */
function timeOut(draft: Draft, thread: Thread, plan: TaskPlan, heartbeat: boolean): void {
  command(draft, { kind: "cancel", id: visitId(thread) });
  const error = "States.Timeout";
  const event = emit(draft, eventsOf(plan).timedOut, thread.last, { ...named(plan), error });
  failLater(draft, thread.id, { error, event, ...(heartbeat && { heartbeat: true as const }) });
}

function cancelTimers(draft: Draft, thread: Thread): void {
  if (thread.timers?.timeoutSeconds === undefined && thread.timers?.heartbeatSeconds === undefined) return;
  command(draft, { kind: "cancel", id: visitId(thread) });
}

function eventsOf({ resource }: TaskPlan): TaskEvents {
  return taskEvents[resource.kind];
}

type TaskEvents = (typeof taskEvents)["service"];

/** The types of the events of a task, by what it calls. */
const taskEvents = Object.freeze({
  lambda: namedEvents("LambdaFunction"),
  activity: namedEvents("Activity"),
  service: namedEvents("Task"),
});

function namedEvents(name: string) {
  return {
    scheduled: `${name}Scheduled`,
    started: `${name}Started`,
    succeeded: `${name}Succeeded`,
    failed: `${name}Failed`,
    timedOut: `${name}TimedOut`,
  };
}

function named({ resource }: TaskPlan): EventDetails {
  if (resource.kind !== "service") return {};
  return { resourceType: resource.resourceType, resource: resource.resource };
}

function outputDetails(output: Json): EventDetails {
  return { output: jsonText(output), outputDetails: included };
}

/** The thread whose task waits for the answer with this id. */
export function callingThread(draft: Draft, call: string): Thread | undefined {
  const id = call.slice(0, call.lastIndexOf("/"));
  const thread = threadOf(draft, id);
  if (thread === undefined || visitId(thread) !== call) return undefined;
  return thread;
}
