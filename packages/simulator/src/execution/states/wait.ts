import type { Json } from "@statewright/json-types";
import { parseTimestamp } from "../../json/iso-time.ts";
import { jsonText } from "../../json/json-text.ts";
import type { WaitPlan } from "../../program/plan.ts";
import type { CommonPlan } from "../../program/plan-fields.ts";
import { changeThread } from "../change-part.ts";
import { effectiveInput, leaveWithInput } from "../data-flow.ts";
import { command, type Draft } from "../draft.ts";
import { fail } from "../emit.ts";
import { evaluateTyped } from "../evaluate.ts";
import { faultInState } from "../failure.ts";
import { longestWaitDays } from "../limits.ts";
import type { PartId } from "../part.ts";
import { inState } from "../texts.ts";
import { exitState } from "../transition.ts";
import type { Evaluated, Fault, View } from "../view.ts";
import { viewOf } from "../view-of-state.ts";
import { visitId } from "../visit.ts";

/** Waits until a time; one that has passed goes on at once (R-WAIT-01, R-WAIT-04). */
export function enterWait(draft: Draft, id: PartId, plan: WaitPlan): void {
  const thread = changeThread(draft, id);
  const until = waitUntil(plan, viewOf(draft, thread, plan));
  if (!until.ok) {
    faultInState(draft, id, until.fault);
    return;
  }
  if (until.value <= draft.now) {
    leaveWait(draft, id, plan);
    return;
  }
  if (until.value - draft.now >= (longestWaitDays + 1) * 86_400_000) {
    fail(draft, "States.Runtime", inState(plan.name, thread.entered, "Wait state delay is too long."));
    return; // R-WAIT-05
  }
  thread.phase = "waiting";
  command(draft, { kind: "wakeAt", id: `${visitId(thread)}!wait`, time: until.value });
}

/** Goes on when the time has come. */
export function leaveWait(draft: Draft, id: PartId, plan: WaitPlan): void {
  const thread = changeThread(draft, id);
  const leaving = leaveWithInput(plan, plan, viewOf(draft, thread, plan));
  if (!leaving.ok) {
    faultInState(draft, id, leaving.fault);
    return;
  }
  exitState(draft, id, plan, leaving.value, { next: plan.next });
}

/** The time at which a Wait ends, in milliseconds since 1970 (R-WAIT-01, R-WAIT-03). */
export function waitUntil(
  plan: CommonPlan & Pick<WaitPlan, "unit" | "until">,
  view: View,
): Evaluated<number> {
  const { template, path } = plan.until;
  const data = effectiveInput(plan, view);
  if (!data.ok) return data;
  const seen = { ...view, data: data.value };
  if (plan.unit === "timestamp") {
    const value = evaluateTyped(template, "string", seen);
    if (!value.ok) return value;
    const time = typeof value.value === "string" ? parseTimestamp(value.value) : undefined;
    return time === undefined ? badTimestamp(plan, value.value) : { ok: true, value: time };
  }
  const value = evaluateTyped(template, "number", seen);
  if (!value.ok) {
    const text = `The SecondsPath parameter does not reference an input value: ${path}`;
    return path === undefined || value.fault.kind === "refused" ? value : runtime(text);
  }
  const seconds = value.value;
  if (typeof seconds === "number" && Number.isInteger(seconds) && seconds >= 0) {
    return { ok: true, value: view.draft.now + seconds * 1000 };
  }
  return badSeconds(plan, seconds);
}

/** The causes of R-WAIT-03. */
function badTimestamp({ until }: Pick<WaitPlan, "until">, value: Json): Evaluated<never> {
  const shown = typeof value === "string" ? value : jsonText(value);
  const format = "as an ISO-8601 extended offset date-time format string";
  if (until.path !== undefined) {
    return runtime(
      `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${until.path} == ${shown}`,
    );
  }
  return query(`The Timestamp field cannot be parsed ${format}: ${shown}`, "Timestamp");
}

function badSeconds({ until }: Pick<WaitPlan, "until">, value: Json): Evaluated<never> {
  const shown = jsonText(value);
  const subject = until.path === undefined ? "The Seconds field" : "The SecondsPath parameter";
  const place = until.path === undefined ? shown : `${until.path} == ${shown}`;
  const negative = typeof value === "number" && Number.isInteger(value);
  const text = negative
    ? `${subject} references a negative value: ${place}`
    : `${subject} cannot be parsed as a long value: ${place}`;
  return until.path === undefined ? query(text, "Seconds") : runtime(text);
}

function runtime(text: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { kind: "runtime", text } };
}

function query(text: string, location: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { kind: "query", text, location } };
}
