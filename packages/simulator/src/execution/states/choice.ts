import type { JsonPath } from "@statewright/expressions";
import { type ChoiceTest, compareValues } from "../../program/choice-test.ts";
import type { ChoicePlan, RulePlan } from "../../program/plan.ts";
import { changeThread } from "../change-part.ts";
import { effectiveInput, leaveWithInput } from "../data-flow.ts";
import type { Draft } from "../draft.ts";
import { evaluateTyped } from "../evaluate.ts";
import { failLater, faultInState } from "../failure.ts";
import type { PartId } from "../part.ts";
import { readPath } from "../read-path.ts";
import { exitState } from "../transition.ts";
import type { Evaluated, View } from "../view.ts";
import { viewOf } from "../view-of-state.ts";

/** Takes the first rule that is true, else Default (R-CHOICE-02, R-CHOICE-03). */
export function enterChoice(draft: Draft, id: PartId, plan: ChoicePlan): void {
  const thread = changeThread(draft, id);
  const view = viewOf(draft, thread, plan);
  const chosen = chosenRule(plan, view);
  if (!chosen.ok) {
    faultInState(draft, id, chosen.fault);
    return;
  }
  if (chosen.value === undefined) {
    failLater(draft, id, { error: "States.NoChoiceMatched", event: thread.entered });
    return;
  }
  const { fields, next, pointer } = chosen.value;
  draft.taken.push(pointer);
  const leaving = leaveWithInput(plan, fields, view);
  if (!leaving.ok) {
    faultInState(draft, id, leaving.fault);
    return;
  }
  exitState(draft, id, plan, leaving.value, { next });
}

/** The way out of a Choice: the rule's own Output and Assign, or with Default the state's (R-VAR-07). */
export interface ChosenRule extends Pick<RulePlan, "next" | "pointer"> {
  readonly fields: Pick<RulePlan, "output" | "assign">;
}

/** The first rule that is true, else Default; nothing when there is neither. */
export function chosenRule(plan: ChoicePlan, view: View): Evaluated<ChosenRule | undefined> {
  const data = effectiveInput(plan, view);
  if (!data.ok) return data;
  const seen = data.value === view.data ? view : { ...view, data: data.value };
  for (const rule of plan.rules) {
    const holds = ruleHolds(rule, seen);
    if (!holds.ok) return holds;
    if (holds.value) return { ok: true, value: { fields: rule, next: rule.next, pointer: rule.pointer } };
  }
  const { otherwise } = plan;
  return { ok: true, value: otherwise && { fields: plan, ...otherwise } };
}

function ruleHolds(rule: RulePlan, view: View): Evaluated<boolean> {
  if (rule.condition !== undefined) {
    const value = evaluateTyped(rule.condition, "boolean", view); // R-CHOICE-05
    return value.ok ? { ok: true, value: value.value === true } : value;
  }
  return rule.test === undefined ? { ok: true, value: false } : testHolds(rule.test, view);
}

/** Whether a data-test expression holds (R-CHOICE-10 ff.). */
export function testHolds(test: ChoiceTest, view: View): Evaluated<boolean> {
  switch (test.kind) {
    case "not": {
      const inner = testHolds(test.test, view);
      return inner.ok ? { ok: true, value: !inner.value } : inner;
    }
    case "and":
    case "or": {
      for (const part of test.tests) {
        const inner = testHolds(part, view);
        if (!inner.ok || inner.value === (test.kind === "or")) return inner;
      }
      return { ok: true, value: test.kind === "and" };
    }
    case "compare": {
      const left = readPath(test.variable, view, invalidVariable);
      if (!left.ok && left.fault.kind === "refused") return left;
      const { operand } = test;
      if (test.operator === "IsPresent")
        return { ok: true, value: "value" in operand && left.ok === operand.value };
      if (!left.ok) return left;
      if ("value" in operand)
        return { ok: true, value: compareValues(test.operator, left.value, operand.value) };
      const right = readPath(operand.path, view, invalidVariable);
      if (!right.ok) return right;
      return { ok: true, value: compareValues(test.operator, left.value, right.value) };
    }
  }
}

/** The cause of a test whose path leads nowhere. U-07: not recorded, from the rule book. */
export function invalidVariable(path: JsonPath): string {
  return `Invalid path '${path.text}': The choice state's condition path references an invalid value.`;
}
