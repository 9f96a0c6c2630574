import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { unsupported } from "../diagnostics/refusals.ts";
import {
  effectiveInput,
  type Leaving,
  leaveCaught,
  leaveWithInput,
  leaveWithResult,
  payloadOf,
} from "../execution/data-flow.ts";
import { evaluate } from "../execution/evaluate.ts";
import { placeResult } from "../execution/place-result.ts";
import { matches, retryDelay } from "../execution/recovery.ts";
import { chosenRule } from "../execution/states/choice.ts";
import { failText } from "../execution/states/simple.ts";
import { taskFields } from "../execution/states/task.ts";
import { waitUntil } from "../execution/states/wait.ts";
import type { Failure } from "../execution/unit.ts";
import type { Evaluated, Fault, View } from "../execution/view.ts";
import type { ChoicePlan, PassPlan, StatePlan } from "../program/plan.ts";
import type { RecoveryPlan, ResultPlan } from "../program/plan-fields.ts";
import { inspectIterations } from "./inspect-iterations.ts";
import type { ReadRequest } from "./read-request.ts";
import type { TestStateException, TestStateResult } from "./test-state-response.ts";

/** What became of a tested state. */
export type Inspected =
  | {
      readonly kind: "answered";
      readonly result: TestStateResult;
      readonly data: Readonly<Record<string, Json>>;
    }
  | { readonly kind: "exception"; readonly exception: TestStateException }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

/** Data that is shown, in the order in which it came about. */
export type Shown = Record<string, Json>;

/** Runs the fields of one state on its input, with the mock for its work. */
export function inspectState(plan: StatePlan, view: View, request: ReadRequest): Inspected {
  const data: Shown = { input: view.input };
  const inputIsShown =
    !plan.jsonata && plan.type !== "Parallel" && !(plan.type === "Pass" && plan.result !== undefined);
  if (inputIsShown) {
    const input = effectiveInput(plan, view);
    if (!input.ok) return failedBy(plan, input.fault, data, view, request);
    data.afterInputPath = input.value;
  }
  switch (plan.type) {
    case "Pass":
      return inspectPass(plan, view, data, request);
    case "Choice":
      return inspectChoice(plan, view, data, request);
    case "Wait": {
      const until = waitUntil(plan, view);
      if (!until.ok) return failedBy(plan, until.fault, data, view, request);
      return left(plan, leaveWithInput(plan, plan, view), plan.next, data, view, request);
    }
    case "Succeed":
      return left(plan, leaveWithInput(plan, plan, view), undefined, data, view, request);
    case "Fail": {
      const error = failText(plan.error, view);
      if (!error.ok) return failedBy(plan, error.fault, data, view, request);
      const cause = failText(plan.cause, view);
      if (!cause.ok) return failedBy(plan, cause.fault, data, view, request);
      return failed(error.value, cause.value, data);
    }
    case "Task": {
      const fields = taskFields(plan, view);
      if (!fields.ok) return failedBy(plan, fields.fault, data, view, request);
      data[plan.jsonata ? "afterArguments" : "afterParameters"] = fields.value.payload;
      return worked(plan, view, data, request);
    }
    case "Parallel": {
      const payload = payloadOf(plan, view);
      if (!payload.ok) return failedBy(plan, payload.fault, data, view, request);
      return worked(plan, view, data, request);
    }
    case "Map": {
      const iterations = inspectIterations(plan, view, request);
      if ("exception" in iterations) return { kind: "exception", exception: iterations.exception };
      if ("fault" in iterations) return failedBy(plan, iterations.fault, data, view, request);
      Object.assign(data, iterations.data);
      if (iterations.exceeded !== undefined) return recovered(plan, iterations.exceeded, data, view, request);
      return worked(plan, view, data, request);
    }
  }
}

function inspectPass(plan: PassPlan, view: View, data: Shown, request: ReadRequest): Inspected {
  if (plan.jsonata) return left(plan, leaveWithInput(plan, plan, view), plan.next, data, view, request);
  const payload: Evaluated =
    plan.result === undefined ? payloadOf(plan, view) : { ok: true, value: plan.result };
  if (!payload.ok) return failedBy(plan, payload.fault, data, view, request);
  data[plan.result === undefined ? "afterParameters" : "result"] = payload.value;
  return leftWithResult(plan, payload.value, data, view, request);
}

function inspectChoice(plan: ChoicePlan, view: View, data: Shown, request: ReadRequest): Inspected {
  const chosen = chosenRule(plan, view);
  if (!chosen.ok) return failedBy(plan, chosen.fault, data, view, request);
  if (chosen.value === undefined) return failed("States.NoChoiceMatched", undefined, data);
  const { fields, next } = chosen.value;
  return left(plan, leaveWithInput(plan, fields, view), next, data, view, request);
}

type Working = Extract<StatePlan, RecoveryPlan & ResultPlan>;

/** The mock answers what the state calls or runs. */
function worked(plan: Working, view: View, data: Shown, request: ReadRequest): Inspected {
  const { mock } = request;
  if (mock === undefined || "result" in mock) {
    const result = mock?.result ?? null;
    if (plan.type === "Task") data.result = result;
    return leftWithResult(plan, result, data, view, request);
  }
  const { error, cause } = mock;
  const branch = plan.type === "Task" ? {} : { branch: true as const };
  const failure: Failure = {
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    event: 0,
    ...branch,
  };
  return recovered(plan, failure, data, view, request);
}

function leftWithResult(
  plan: Working | PassPlan,
  result: Json,
  data: Shown,
  view: View,
  request: ReadRequest,
): Inspected {
  if (!plan.jsonata) {
    const seen = { ...view, data: result };
    const selected: Evaluated =
      plan.resultSelector === undefined ? { ok: true, value: result } : evaluate(plan.resultSelector, seen);
    if (!selected.ok) return failedBy(plan, selected.fault, data, view, request);
    data.afterResultSelector = selected.value;
    const placed = placeResult(plan.resultPath, selected.value, view.input);
    if (!placed.ok) return failedBy(plan, placed.fault, data, view, request);
    data.afterResultPath = placed.value;
  }
  return left(plan, leaveWithResult(plan, result, view), plan.next, data, view, request);
}

function left(
  plan: StatePlan,
  leaving: Evaluated<Leaving>,
  nextState: string | undefined,
  data: Shown,
  view: View,
  request: ReadRequest,
): Inspected {
  if (!leaving.ok) return failedBy(plan, leaving.fault, data, view, request);
  const { output } = leaving.value;
  const next = nextState === undefined ? {} : { nextState };
  return { kind: "answered", result: { status: "SUCCEEDED", output, ...next }, data };
}

/** A field that has no value fails the state; of JSONata, a catcher may take that. */
function failedBy(plan: StatePlan, fault: Fault, data: Shown, view: View, request: ReadRequest): Inspected {
  switch (fault.kind) {
    case "refused": {
      const place = { state: plan.name, pointer: plan.pointer };
      const field = fault.field === undefined ? {} : { field: fault.field };
      return {
        kind: "refused",
        diagnostics: [unsupported.at(place, { state: plan.name, what: fault.what, ...field })],
      };
    }
    case "runtime":
      return failed("States.Runtime", fault.text, data); // R-ERR-12
    case "query": {
      const failure = { error: "States.QueryEvaluationError", cause: fault.text, event: 0 };
      return "retry" in plan
        ? recovered(plan, failure, data, view, request)
        : failed(failure.error, failure.cause, data);
    }
  }
}

/** Retry, then Catch (R-TEST-03, R-TEST-04). */
function recovered(
  plan: Working,
  failure: Failure,
  data: Shown,
  view: View,
  request: ReadRequest,
): Inspected {
  const { error, cause } = failure;
  const why = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
  const retryIndex = plan.retry.findIndex(({ errors }) => matches(errors, failure));
  const retrier = plan.retry[retryIndex];
  const used = request.configuration.retrierRetryCount ?? 0;
  if (retrier !== undefined && used < retrier.maxAttempts) {
    const retryBackoffIntervalSeconds = Math.floor(retryDelay(retrier, used + 1, 1));
    data.errorDetails = { retryIndex, retryBackoffIntervalSeconds };
    return { kind: "answered", result: { status: "RETRIABLE", ...why }, data };
  }
  const catchIndex = plan.catchers.findIndex(({ errors }) => matches(errors, failure));
  const catcher = plan.catchers[catchIndex];
  if (catcher === undefined) {
    if (retrier !== undefined) data.errorDetails = { retryIndex };
    return failed(error, cause, data);
  }
  data.errorDetails = { catchIndex };
  const errorOutput: Json = {
    ...(error !== undefined && { Error: error }),
    ...(cause !== undefined && { Cause: cause }),
  };
  const leaving = leaveCaught(plan, catcher, errorOutput, view);
  if (!leaving.ok) {
    const { fault } = leaving;
    return fault.kind === "query"
      ? failed("States.QueryEvaluationError", fault.text, data) // not caught a second time (R-JA-27)
      : failedBy(plan, fault, data, view, request);
  }
  const { output } = leaving.value;
  return {
    kind: "answered",
    result: { status: "CAUGHT_ERROR", ...why, output, nextState: catcher.next },
    data,
  };
}

function failed(error: string | undefined, cause: string | undefined, data: Shown): Inspected {
  const why = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
  return { kind: "answered", result: { status: "FAILED", ...why }, data };
}
