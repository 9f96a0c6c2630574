import type { State } from "@statewright/asl";
import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
  type JsonPointer,
} from "@statewright/diagnostics";
import type { MachineRule, RuledState } from "./rule.ts";

/** A branch or an iteration assigns a variable of the scope around it (R-VAR-09). */
export const outerVariable: DiagnosticKind<{ state: string; name: string; outer: string }> = defineDiagnostic(
  {
    code: "structure/outer-variable",
    severity: "error",
    message: ({ state, name }) => `"${state}" assigns \`$${name}\`, a variable of the scope around it.`,
    why: ({ outer }) =>
      `"${outer}" assigns it outside. A branch or an iteration can read such a variable, and cannot write it.`,
    help: () =>
      "Give it a name of its own, and hand its value out by the output of the branch or the iteration.",
  },
);

/**
 * No scope assigns a name that a scope around it assigns anywhere. Child executions of a distributed Map have
 * variables of their own (R-VAR-11).
 */
export const variableScopes: MachineRule = ({ states, scopes }) => {
  if (scopes.length < 2) return [];
  const assigned = new Map<JsonPointer, Map<string, RuledState>>();
  const all = states.map((visit) => ({ visit, places: assignments(visit) }));
  for (const { visit, places } of all) {
    if (places.length === 0) continue;
    const names = assigned.get(visit.scopePointer) ?? new Map<string, RuledState>();
    for (const { name } of places) if (!names.has(name)) names.set(name, visit);
    assigned.set(visit.scopePointer, names);
  }
  const found: Diagnostic[] = [];
  for (const { visit, places } of all) {
    for (const { name, pointer } of places) {
      const outer = outerAssigner(visit, name, assigned);
      if (outer === undefined) continue;
      const related = [
        { message: `Here \`$${name}\` is assigned outside.`, state: outer.name, pointer: outer.pointer },
      ];
      const facts = { state: visit.name, name, outer: outer.name };
      found.push(outerVariable.at({ state: visit.name, pointer }, facts, { related }));
    }
  }
  return found;
};

function outerAssigner(
  { within }: RuledState,
  name: string,
  assigned: ReadonlyMap<JsonPointer, ReadonlyMap<string, RuledState>>,
): RuledState | undefined {
  for (const owner of within.toReversed()) {
    if (owner.state.Type === "Map" && owner.state.ItemProcessor.ProcessorConfig?.Mode === "DISTRIBUTED") {
      return undefined;
    }
    const outer = assigned.get(owner.scopePointer)?.get(name);
    if (outer !== undefined) return outer;
  }
  return undefined;
}

function assignments({ state, pointer, language }: RuledState): { name: string; pointer: JsonPointer }[] {
  const places: { name: string; pointer: JsonPointer }[] = [];
  const add = (assign: object | undefined, at: JsonPointer): void => {
    for (const key of Object.keys(assign ?? {})) {
      const name = language === "JSONPath" && key.endsWith(".$") ? key.slice(0, -2) : key;
      places.push({ name, pointer: childPointer(at, "Assign", key) });
    }
  };
  if ("Assign" in state) add(state.Assign, pointer);
  for (const [list, entries] of assigningLists(state)) {
    for (const [index, { Assign }] of entries.entries()) add(Assign, childPointer(pointer, list, index));
  }
  return places;
}

function assigningLists(
  state: State,
): readonly (readonly [list: string, entries: readonly { readonly Assign?: object }[]])[] {
  if (state.Type === "Choice") return [["Choices", state.Choices]];
  return "Catch" in state && state.Catch !== undefined ? [["Catch", state.Catch]] : [];
}
