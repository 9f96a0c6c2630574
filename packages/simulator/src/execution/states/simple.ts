import type { PassPlan } from "../../program/plan.ts";
import type { Setting } from "../../program/plan-fields.ts";
import type { FailPlan, SucceedPlan } from "../../program/terminal-plan.ts";
import { changeThread } from "../change-part.ts";
import { type Leaving, leaveWithInput, leaveWithResult, payloadOf } from "../data-flow.ts";
import type { Draft } from "../draft.ts";
import { evaluateTyped } from "../evaluate.ts";
import { failLater, faultInState } from "../failure.ts";
import type { PartId, Thread } from "../part.ts";
import { exitState } from "../transition.ts";
import type { Evaluated, View } from "../view.ts";
import { viewOf } from "../view-of-state.ts";

/** Pass: its result is `Result`, else the Parameters or the input (R-PASS-01, R-PASS-02). */
export function enterPass(draft: Draft, id: PartId, plan: PassPlan): void {
  const thread = changeThread(draft, id);
  const leaving = leavePass(plan, viewOf(draft, thread, plan));
  if (!leaving.ok) {
    faultInState(draft, id, leaving.fault);
    return;
  }
  exitState(draft, id, plan, leaving.value, { next: plan.next });
}

function leavePass(plan: PassPlan, view: View): Evaluated<Leaving> {
  if (plan.jsonata) return leaveWithInput(plan, plan, view);
  if (plan.result !== undefined) return leaveWithResult(plan, plan.result, view);
  const payload = payloadOf(plan, view);
  return payload.ok ? leaveWithResult(plan, payload.value, view) : payload;
}

/** Succeed: ends the execution, or just its branch or iteration (R-SUCC-01). */
export function enterSucceed(draft: Draft, id: PartId, plan: SucceedPlan): void {
  const leaving = leaveWithInput(plan, plan, viewOf(draft, changeThread(draft, id), plan));
  if (!leaving.ok) {
    faultInState(draft, id, leaving.fault);
    return;
  }
  exitState(draft, id, plan, leaving.value, { next: undefined });
}

/** Fail: there is no exit event (rules 12). */
export function enterFail(draft: Draft, id: PartId, plan: FailPlan): void {
  const thread = changeThread(draft, id);
  const view = viewOf(draft, thread, plan);
  const error = failText(plan.error, view);
  if (!error.ok) {
    faultInState(draft, id, error.fault);
    return;
  }
  const cause = failText(plan.cause, view);
  if (!cause.ok) {
    faultInState(draft, id, cause.fault);
    return;
  }
  failWith(draft, thread, error.value, cause.value);
}

function failWith(draft: Draft, thread: Thread, error: string | undefined, cause: string | undefined): void {
  failLater(draft, thread.id, {
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    event: thread.entered,
  });
}

/** `Error` or `Cause` of a Fail. */
export function failText(setting: Setting | undefined, view: View): Evaluated<string | undefined> {
  if (setting === undefined) return { ok: true, value: undefined };
  const value = evaluateTyped(setting.template, "string", view);
  if (!value.ok) return value;
  if (typeof value.value === "string") return { ok: true, value: value.value };
  return { ok: false, fault: { kind: "refused", what: "an `Error` or `Cause` that is no text" } };
}
