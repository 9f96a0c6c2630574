import { assertNever } from "@statewright/diagnostics";
import { jsonText } from "../json/json-text.ts";
import { isDistributed, type StatePlan } from "../program/plan.ts";
import { changeThread } from "./change-part.ts";
import { command, type Draft, isOpen } from "./draft.ts";
import { emit } from "./emit.ts";
import { included, stateEvents } from "./history-event.ts";
import type { PartId } from "./part.ts";
import { threadOf } from "./parts.ts";
import { enterChoice } from "./states/choice.ts";
import { startMap } from "./states/map.ts";
import { startMapRun } from "./states/map-run.ts";
import { startParallel } from "./states/parallel.ts";
import { enterFail, enterPass, enterSucceed } from "./states/simple.ts";
import { scheduleTask } from "./states/task.ts";
import { enterWait } from "./states/wait.ts";
import { planOf } from "./visit.ts";

/** Enters the state that a thread has come to. */
export function enterState(draft: Draft, id: PartId): void {
  if (threadOf(draft, id)?.phase !== "entering") return;
  const thread = changeThread(draft, id);
  const plan = planOf(draft, thread);
  if (plan.name === draft.base.identity.until && !thread.held) {
    thread.held = true;
    draft.held = true;
    command(draft, { kind: "held", input: thread.input });
    return;
  }
  if (thread.held) delete (thread as { held?: true }).held;
  const first = draft.eventCount === 1 && thread.parent === undefined;
  const previous = first ? 0 : thread.last; // R-HIST-02
  thread.beforeEntered = previous;
  thread.enteredAt = draft.now;
  thread.attempt = 0;
  if (thread.used.length > 0) thread.used = [];
  thread.phase = "failing";
  draft.transitions += 1;
  draft.taken.push(plan.pointer);
  const details = { name: plan.name, input: jsonText(thread.input), inputDetails: included };
  thread.entered = emit(draft, stateEvents[plan.type].entered, previous, details);
  thread.last = thread.entered;
  if (isOpen(draft)) runState(draft, id, plan);
}

/** Does the work of the state a thread is in, at entry and at each retry. */
export function runState(draft: Draft, id: PartId, plan: StatePlan): void {
  switch (plan.type) {
    case "Pass":
      enterPass(draft, id, plan);
      return;
    case "Task":
      scheduleTask(draft, id, plan);
      return;
    case "Choice":
      enterChoice(draft, id, plan);
      return;
    case "Wait":
      enterWait(draft, id, plan);
      return;
    case "Parallel":
      startParallel(draft, id, plan);
      return;
    case "Map":
      isDistributed(plan) ? startMapRun(draft, id, plan) : startMap(draft, id, plan);
      return;
    case "Succeed":
      enterSucceed(draft, id, plan);
      return;
    case "Fail":
      enterFail(draft, id, plan);
      return;
    default:
      assertNever(plan);
      return;
  }
}
