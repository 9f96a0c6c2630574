import { type JsonPointer, pointerKeys } from "@statewright/diagnostics";
import type { Facts } from "../types/facts.ts";
import { scopeOf, statePointerIn } from "./state-at.ts";

/**
 * Each place that assigns a variable which the states of `scope` can see, by the variable's name: inner scopes see
 * the variables of the outer ones, not the other way round (R-VAR-09).
 */
export function assignmentsOf(
  { places }: Facts,
  scope: JsonPointer,
): ReadonlyMap<string, readonly JsonPointer[]> {
  const found = new Map<string, JsonPointer[]>();
  for (const pointer of Object.keys(places)) {
    if (!pointer.includes("/Assign/")) continue;
    const state = statePointerIn(pointer);
    if (state === undefined || !`${scope}/`.startsWith(`${scopeOf(state)}/`)) continue;
    const name = variableAssignedAt(pointerKeys(pointer.slice(state.length)));
    if (name === undefined) continue;
    const pointers = found.get(name) ?? [];
    pointers.push(pointer);
    found.set(name, pointers);
  }
  return found;
}

/** `Assign/name`, of a state, a rule of a Choice or a catcher; JSONPath writes `name.$`. */
function variableAssignedAt(keys: readonly string[]): string | undefined {
  const at = keys[0] === "Choices" || keys[0] === "Catch" ? 2 : 0;
  if (keys[at] !== "Assign" || keys.length !== at + 2) return undefined;
  return keys[at + 1]?.replace(/\.\$$/, "");
}
