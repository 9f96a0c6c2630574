import { effectiveQueryLanguage, jsonataText, type StateMachine, walkStates } from "@statewright/asl";
import { childPointer, type JsonPointer, type Span } from "@statewright/diagnostics";
import type { Evaluation, EvaluationData } from "./evaluation.ts";
import type { FaultAt } from "./fault-at.ts";
import { evaluatedFields, fieldAt } from "./field-at.ts";
import { jsonAt, type Nowhere, placeAt, type StatePlace } from "./place-at.ts";
import { valueAt } from "./value-at.ts";

/**
 * Evaluates one expression of a machine on sample data: what stands at `pointer`, which may be a JSONata
 * expression, a path, a call of an intrinsic function, a whole template, or a rule of a Choice (true or false).
 *
 * Nothing else of the machine is looked at but the fields that the data comes through, such as InputPath.
 * Deterministic, and never throws for what a user can write.
 *
 * @example
 * ```ts
 * evaluateAt(machine, "/States/Sum/Output/total", { input: { prices: [1, 2] } });
 * // → { status: "value", value: 3 }
 * ```
 */
export function evaluateAt(
  machine: StateMachine,
  pointer: JsonPointer,
  data: EvaluationData = {},
): Evaluation {
  const place = placeAt(machine, pointer);
  if ("kind" in place) return nowhere(machine, place);
  const field = fieldAt(place);
  if (field === undefined) return nothing(fieldsBelow(machine, place.visit.pointer));
  const evaluated = valueAt(place, field, data);
  return evaluated.ok
    ? { status: "value", value: evaluated.value }
    : failed(machine, place, pointer, evaluated.fault);
}

function failed(
  machine: StateMachine,
  { visit }: StatePlace,
  pointer: JsonPointer,
  fault: FaultAt,
): Evaluation {
  const at = fault.keys === undefined ? pointer : childPointer(visit.pointer, ...fault.keys);
  switch (fault.kind) {
    case "refused":
      return { status: "refused", what: fault.what, pointer: at };
    case "broken":
      return failure("InvalidDefinition", fault.text, at, withinText(machine, at, fault.span));
    case "runtime":
      return failure("States.Runtime", fault.text, at, withinText(machine, at, fault.member?.span));
    case "query":
      return failure("States.QueryEvaluationError", fault.text, at, withinText(machine, at, fault.span));
  }
}

function failure(error: string, cause: string, pointer: JsonPointer, within: Span | undefined): Evaluation {
  return { status: "failed", error, cause, pointer, ...(within && { within }) };
}

/**
 * The span in the string of the definition. In a JSONata string it is counted from the expression, behind the
 * delimiter and blanks, and is all of the expression where nothing more is known.
 */
function withinText(machine: StateMachine, at: JsonPointer, span: Span | undefined): Span | undefined {
  const place = placeAt(machine, at);
  if ("kind" in place || typeof place.value !== "string") return undefined;
  const source = place.language === "JSONata" ? jsonataText(place.value)?.source : undefined;
  if (source === undefined) return span;
  const start = 2 + source.length - source.trimStart().length;
  const { start: from, end: to } = span ?? { start: 0, end: source.trim().length };
  return { start: start + from, end: start + to };
}

function nothing(nearest: readonly JsonPointer[]): Evaluation {
  return { status: "nothing", why: "Nothing that is evaluated stands there", nearest };
}

/** The pointer that was meant, where that is evaluated; else the fields around it that are. */
function nowhere(machine: StateMachine, { exists, meant }: Nowhere): Evaluation {
  const place = placeAt(machine, meant);
  const isField = !("kind" in place) && fieldAt(place) !== undefined;
  const nearest = isField ? [meant] : fieldsBelow(machine, meant);
  return exists
    ? nothing(nearest)
    : { status: "nothing", why: "Nothing of the machine stands there", nearest };
}

const mostNearest = 5;

/** The evaluated fields of the states at or below a pointer, or of the state around it. */
function fieldsBelow(machine: StateMachine, pointer: JsonPointer): readonly JsonPointer[] {
  const visits = walkStates(machine);
  const below = visits.filter((visit) => `${visit.pointer}/`.startsWith(`${pointer}/`));
  const around = visits.findLast((visit) => pointer.startsWith(`${visit.pointer}/`));
  const near = below.length > 0 ? below : around !== undefined ? [around] : visits;
  const found: JsonPointer[] = [];
  for (const visit of near) {
    if (found.length >= mostNearest) break;
    const language = effectiveQueryLanguage(machine, visit.state);
    const keys = evaluatedFields(jsonAt(machine, visit.pointer), language);
    found.push(...keys.map((path) => childPointer(visit.pointer, ...path)));
  }
  return found.slice(0, mostNearest);
}
