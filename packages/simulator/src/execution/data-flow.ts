import type { JsonPath } from "@statewright/expressions";
import { invalidPathText } from "@statewright/expressions/evaluate";
import type { Json } from "@statewright/json-types";
import { writeJson } from "../json/json-text.ts";
import type { CommonPlan, ResultPlan } from "../program/plan-fields.ts";
import type { ResultPlace } from "../program/result-place.ts";
import type { Template } from "../program/template.ts";
import { evaluate } from "./evaluate.ts";
import { placeResult } from "./place-result.ts";
import { readPath } from "./read-path.ts";
import type { Evaluated, View } from "./view.ts";

/** JSONPath: the input after InputPath; null selects `{}` (R-JP-03). JSONata: the input (R-JA-09). */
export function effectiveInput(plan: CommonPlan, view: View): Evaluated {
  return select(plan.inputPath, view, view.input);
}

/** What the paths and templates of a state see besides its own payload: `$` is the effective input (R-JP-05). */
export function seenByFields(plan: CommonPlan, view: View): Evaluated<View> {
  const input = effectiveInput(plan, view);
  return input.ok ? { ok: true, value: seeing(view, input.value) } : input;
}

function seeing(view: View, data: Json): View {
  return data === view.data ? view : { ...view, data };
}

function select(path: JsonPath | null | undefined, view: View, data: Json): Evaluated {
  if (path === undefined) return { ok: true, value: data };
  if (path === null) return { ok: true, value: {} };
  return readPath(path, seeing(view, data), invalidPathText);
}

/** What a Task or a Parallel hands on: Arguments, or Parameters on the effective input. */
export function payloadOf(plan: CommonPlan & ResultPlan, view: View): Evaluated {
  const seen = seenByFields(plan, view);
  return seen.ok ? payloadSeen(plan, seen.value) : seen;
}

/** The same, of a view that has the effective input. */
export function payloadSeen(plan: ResultPlan, seen: View): Evaluated {
  return plan.payload === undefined ? { ok: true, value: seen.data } : evaluate(plan.payload, seen);
}

/** What a state leaves behind. */
export interface Leaving {
  readonly output: Json;
  readonly assigned?: Readonly<Record<string, Json>>;
}

/** Fields of a Choice rule or a catcher that take the place of the state's own. */
export interface LeavingFields {
  readonly assign?: Template;
  readonly output?: Template;
}

/** The output and the variables of a state that has a result (R-JA-12, R-JP-01). */
export function leaveWithResult(plan: CommonPlan & ResultPlan, result: Json, view: View): Evaluated<Leaving> {
  if (!plan.jsonata && plan.assign === undefined) return leavePlaced(plan, result, undefined, view, view);
  const seen = plan.jsonata ? { ...view, data: result, result: { value: result } } : seeing(view, result);
  const assigned = assign(plan.assign, seen);
  if (!assigned.ok) return assigned;
  if (plan.jsonata) return leave(plan.output, result, assigned.value, seen);
  return leavePlaced(plan, result, assigned.value, seen, view);
}

/** JSONPath: the output is what OutputPath sees of the placed result. */
function leavePlaced(
  plan: CommonPlan & ResultPlan,
  result: Json,
  assigned: Leaving["assigned"],
  seen: View,
  view: View,
): Evaluated<Leaving> {
  const placed = placedResult(plan, result, seen);
  if (!placed.ok) return placed;
  const output = select(plan.outputPath, view, placed.value);
  return output.ok ? leaving(output.value, assigned) : output;
}

/** JSONPath: what OutputPath sees of a state with a result: ResultSelector, then ResultPath (R-JP-01). */
export function placedResult(plan: ResultPlan, result: Json, view: View): Evaluated {
  if (plan.resultSelector === undefined) return placeResult(plan.resultPath, result, view.input);
  const selected = evaluate(plan.resultSelector, seeing(view, result));
  return selected.ok ? placeResult(plan.resultPath, selected.value, view.input) : selected;
}

/** The output and the variables of a state without a result, or of a Choice rule (R-CHOICE-04). */
export function leaveWithInput(plan: CommonPlan, fields: LeavingFields, view: View): Evaluated<Leaving> {
  const input = effectiveInput(plan, view);
  if (!input.ok) return input;
  const seen = seeing(view, input.value);
  const assigned = assign(fields.assign, seen);
  if (!assigned.ok) return assigned;
  if (plan.jsonata) return leave(fields.output, view.input, assigned.value, seen);
  const output = select(plan.outputPath, seen, seen.data);
  return output.ok ? leaving(output.value, assigned.value) : output;
}

/** The output and the variables of a catcher; OutputPath does not apply (R-CATCH-03). */
export function leaveCaught(
  plan: CommonPlan,
  catcher: LeavingFields & { readonly resultPath?: ResultPlace | null },
  errorOutput: Json,
  view: View,
): Evaluated<Leaving> {
  const seen: View = { ...view, data: errorOutput, errorOutput };
  const assigned = assign(catcher.assign, seen);
  if (!assigned.ok) return assigned;
  if (plan.jsonata) return leave(catcher.output, errorOutput, assigned.value, seen);
  const placed = placeResult(catcher.resultPath, errorOutput, view.input);
  return placed.ok ? leaving(placed.value, assigned.value) : placed;
}

function leave(
  output: Template | undefined,
  otherwise: Json,
  assigned: Leaving["assigned"],
  view: View,
): Evaluated<Leaving> {
  if (output === undefined) return leaving(otherwise, assigned);
  const value = evaluate(output, view);
  return value.ok ? leaving(value.value, assigned) : value;
}

function leaving(output: Json, assigned: Leaving["assigned"]): Evaluated<Leaving> {
  if (writeJson(output) === undefined) {
    return { ok: false, fault: { kind: "refused", what: "an output nested deeper than 1,000 levels" } };
  }
  return { ok: true, value: assigned === undefined ? { output } : { output, assigned } };
}

const nothingAssigned: Evaluated<undefined> = Object.freeze({ ok: true, value: undefined });

function assign(template: Template | undefined, view: View): Evaluated<Leaving["assigned"]> {
  if (template === undefined) return nothingAssigned;
  const values = evaluate(template, view);
  if (!values.ok) return values;
  if (writeJson(values.value) === undefined) {
    return { ok: false, fault: { kind: "refused", what: "a variable nested deeper than 1,000 levels" } };
  }
  return { ok: true, value: values.value as Readonly<Record<string, Json>> };
}
