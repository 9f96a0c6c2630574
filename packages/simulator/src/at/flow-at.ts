import type { JsonValue, PathOrNull } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import { effectiveInput, payloadOf, placedResult } from "../execution/data-flow.ts";
import type { View } from "../execution/view.ts";
import { optionalPath, optionalPlace, optionalTemplate } from "../program/compile-fields.ts";
import type { CommonPlan, ResultPlan } from "../program/plan-fields.ts";
import type { StateCompiling } from "../program/state-compiling.ts";
import { type EvaluatedAt, withMember } from "./fault-at.ts";
import type { StatePlace } from "./place-at.ts";

/** The fields that other fields of a JSONPath state see the data through. */
type FlowField = "InputPath" | "Parameters" | "ResultSelector" | "ResultPath";

interface FlowFields {
  readonly InputPath?: PathOrNull;
  readonly Parameters?: JsonValue;
  readonly ResultSelector?: JsonValue;
  readonly ResultPath?: PathOrNull;
}

/** The plan of a state that has these of its fields alone, so that a mistake in another one is no matter. */
export function flowAt(
  { visit, language }: StatePlace,
  ...wanted: readonly FlowField[]
): { readonly plan: CommonPlan & ResultPlan; readonly failure?: EvaluatedAt } {
  const { name, pointer } = visit;
  const compile = () => 0;
  const compiling = { language, scopes: [], children: [], findings: [], activities: [], depth: 0, compile };
  const state: StateCompiling = { compiling, name, pointer, jsonata: language === "JSONata" };
  const fields: FlowFields = visit.state.Type === "Fail" ? {} : visit.state;
  const has = (field: FlowField) => wanted.includes(field);
  const plan = {
    name,
    pointer,
    jsonata: state.jsonata,
    ...(has("InputPath") && optionalPath(state, "inputPath", fields.InputPath, "InputPath")),
    ...(has("Parameters") && optionalTemplate(state, "payload", fields.Parameters, "Parameters")),
    ...(has("ResultSelector") &&
      optionalTemplate(state, "resultSelector", fields.ResultSelector, "ResultSelector")),
    ...(has("ResultPath") && optionalPlace(state, fields.ResultPath, "ResultPath")),
  };
  const [finding] = state.compiling.findings;
  if (finding === undefined) return { plan };
  return { plan, failure: { ok: false, fault: { kind: "broken", text: finding.message, keys: [] } } };
}

/** The input after InputPath. */
export function inputAt(place: StatePlace, view: View): EvaluatedAt {
  const { plan, failure } = flowAt(place, "InputPath");
  if (failure !== undefined) return failure;
  const input = effectiveInput(plan, view);
  return input.ok ? input : { ok: false, fault: { ...input.fault, keys: ["InputPath"] } };
}

/** The result of a Pass: its Result, else its Parameters or input (R-PASS-01). */
export function passResultAt(place: StatePlace, view: View): EvaluatedAt {
  const { state } = place.visit;
  if (state.Type === "Pass" && state.Result !== undefined) return { ok: true, value: state.Result as Json };
  const input = inputAt(place, view);
  const { plan, failure } = flowAt(place, "InputPath", "Parameters");
  if (!input.ok || failure !== undefined) return failure ?? input;
  return withMember(payloadOf(plan, view), fieldOf(place, "Parameters"), ["Parameters"]);
}

/** What OutputPath sees of a result. */
export function placedAt(place: StatePlace, result: Json, view: View): EvaluatedAt {
  const { plan, failure } = flowAt(place, "ResultSelector", "ResultPath");
  if (failure !== undefined) return failure;
  const selector = fieldOf(place, "ResultSelector");
  return withMember(placedResult(plan, result, view), selector, ["ResultSelector"]);
}

function fieldOf({ visit: { state } }: StatePlace, field: "Parameters" | "ResultSelector"): JsonValue {
  const fields: FlowFields = state.Type === "Fail" ? {} : state;
  return fields[field] ?? null;
}
