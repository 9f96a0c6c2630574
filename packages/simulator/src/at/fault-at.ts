import type { JsonValue } from "@statewright/asl";
import type { Span } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Fault } from "../execution/view.ts";
import type { TemplateProblem } from "../program/template.ts";
import { findText } from "./find-text.ts";

/** Why what stands at a place has no value. `keys` lead from the state to what failed, where that is known. */
export type FaultAt =
  | (Fault & { readonly keys?: readonly (string | number)[] })
  /** It is no expression: AWS would not create the machine. */
  | {
      readonly kind: "broken";
      readonly text: string;
      readonly keys?: readonly (string | number)[];
      readonly span?: Span;
    };

export type EvaluatedAt =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly fault: FaultAt };

/** The same evaluation, which knows the member of the payload template `value` that failed. */
export function withMember(
  evaluated: EvaluatedAt,
  value: JsonValue,
  keys: readonly (string | number)[],
): EvaluatedAt {
  if (evaluated.ok || evaluated.fault.kind !== "runtime" || evaluated.fault.member === undefined)
    return evaluated;
  const { field, text } = evaluated.fault.member;
  const at = findText(value, keys, (found, place) => found === text && place.at(-1) === field);
  return at === undefined ? evaluated : { ok: false, fault: { ...evaluated.fault, keys: at } };
}

/** A template that cannot be compiled. */
export function problemAt(
  { kind, what, keys, span }: TemplateProblem,
  base: readonly (string | number)[],
): { readonly ok: false; readonly fault: FaultAt } {
  if (kind === "unsupported") return { ok: false, fault: { kind: "refused", what } };
  const where = { ...(keys && { keys: [...base, ...keys] }), ...(span && { span }) };
  return { ok: false, fault: { kind: "broken", text: what, ...where } };
}
