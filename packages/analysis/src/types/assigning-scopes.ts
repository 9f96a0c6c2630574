import type { State } from "@statewright/asl";
import type { JsonPointer } from "@statewright/diagnostics";
import type { MachineSites } from "./machine-sites.ts";

/** Where each variable is assigned: the scopes, by name. */
export type AssigningScopes = ReadonlyMap<string, ReadonlySet<JsonPointer>>;

/** The scopes whose states assign a variable, by its name. */
export function assigningScopes({ states }: MachineSites): AssigningScopes {
  const scopes = new Map<string, Set<JsonPointer>>();
  for (const { state, scope } of states.values())
    for (const fields of assigningParts(state))
      for (const key of Object.keys(fields.Assign ?? {})) {
        const name = key.replace(/\.\$$/, "");
        const known = scopes.get(name);
        if (known === undefined) scopes.set(name, new Set([scope]));
        else known.add(scope);
      }
  return scopes;
}

/** Whether a variable is assigned outside of the child execution a scope belongs to, and only there (R-VAR-11). */
export function isHidden(
  name: string,
  scope: JsonPointer,
  assigning: AssigningScopes,
  { scopes, states }: MachineSites,
): boolean {
  let child = scopes.get(scope);
  while (child !== undefined && !child.distributed) {
    const owner = child.owner === undefined ? undefined : states.get(child.owner);
    child = owner && scopes.get(owner.scope);
  }
  const from = assigning.get(name);
  if (child === undefined || from === undefined) return false;
  const root = child.pointer;
  return [...from].every((one) => one !== root && !one.startsWith(`${root}/`));
}

function assigningParts(state: State): readonly { readonly Assign?: object }[] {
  const own = "Assign" in state && state.Assign !== undefined ? [{ Assign: state.Assign }] : [];
  const caught = "Catch" in state ? (state.Catch ?? []) : [];
  const rules = state.Type === "Choice" ? state.Choices : [];
  return [...own, ...caught, ...rules];
}
