import type { View } from "../execution/view.ts";
import type { EvaluationData } from "./evaluation.ts";
import type { EvaluatedAt } from "./fault-at.ts";
import { inputAt, passResultAt, placedAt } from "./flow-at.ts";
import type { StatePlace } from "./place-at.ts";

/** What `$` is in a field of a JSONPath state (R-JP-05, R-JP-14). */
export function dataAt(place: StatePlace, field: string, data: EvaluationData, view: View): EvaluatedAt {
  const { Type } = place.visit.state;
  const hasResult = Type === "Task" || Type === "Parallel" || Type === "Map";
  if (field.startsWith("Catch/")) return { ok: true, value: data.errorOutput ?? {} };
  switch (field) {
    case "InputPath":
    case "ErrorPath":
    case "CausePath":
      return { ok: true, value: view.input };
    case "ResultSelector":
      return { ok: true, value: data.result ?? {} };
    case "Assign":
      if (hasResult) return { ok: true, value: data.result ?? {} };
      return Type === "Pass" ? passResultAt(place, view) : inputAt(place, view);
    case "OutputPath":
      return outputBefore(place, data, view);
    default:
      return inputAt(place, view);
  }
}

/** Without a result, what is given as the input is what OutputPath of a state with one sees. */
function outputBefore(place: StatePlace, { result }: EvaluationData, view: View): EvaluatedAt {
  const { Type } = place.visit.state;
  if (Type === "Pass") {
    const made = passResultAt(place, view);
    return made.ok ? placedAt(place, made.value, view) : made;
  }
  if (Type !== "Task" && Type !== "Parallel" && Type !== "Map") return inputAt(place, view);
  return result === undefined ? { ok: true, value: view.input } : placedAt(place, result, view);
}
