import type { Json } from "@statewright/json-types";
import type { Evaluated, View } from "../execution/view.ts";
import { evaluatedPath } from "./evaluated-path.ts";
import type { EvaluationData } from "./evaluation.ts";
import type { StatePlace } from "./place-at.ts";

/** What `$` is where a JSONPath stands (R-JP-05, R-JP-14). */
export function dataAt({ visit, keys }: StatePlace, data: EvaluationData, view: View): Evaluated {
  const { state } = visit;
  const [field = ""] = keys;
  const hasResult = state.Type === "Task" || state.Type === "Parallel" || state.Type === "Map";
  const raw: Evaluated = { ok: true, value: view.input };
  const given = (value: Json | undefined): Evaluated => (value === undefined ? raw : { ok: true, value });
  if (field === "Catch") return given(data.errorOutput);
  if (field === "ResultSelector") return given(data.result);
  if (field === "Assign" && hasResult) return given(data.result);
  if (field === "InputPath" || field === "OutputPath" || field === "ErrorPath" || field === "CausePath")
    return raw;
  const input = "InputPath" in state ? state.InputPath : undefined;
  if (input === null) return { ok: true, value: {} };
  return input === undefined ? raw : evaluatedPath(input, { ...view, data: view.input });
}
