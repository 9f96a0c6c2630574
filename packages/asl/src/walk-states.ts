import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import type { State } from "./model/state.ts";
import type { QueryLanguage, StateMachine, States } from "./model/state-machine.ts";

/** One state, with where it is. */
export interface StateVisit {
  readonly name: string;
  readonly state: State;
  /** The state: `/States/Each/ItemProcessor/States/Charge`. */
  readonly pointer: JsonPointer;
  /** The `States` object's owner: the machine, a branch or a processor. */
  readonly scope: States;
  readonly scopePointer: JsonPointer;
  /** The states around this one, outermost first. */
  readonly within: readonly StateVisit[];
}

/** One scope of states, with where it is. */
export interface ScopeVisit {
  readonly scope: States;
  readonly pointer: JsonPointer;
  /** The Parallel or Map states around it, outermost first; empty for the machine itself. */
  readonly within: readonly StateVisit[];
}

/**
 * Every state of a machine, those inside Parallel and Map states included: a state comes before what is
 * inside it, and the states of a scope come in the order of the definition.
 */
export function walkStates(machine: StateMachine): readonly StateVisit[] {
  const visits: StateVisit[] = [];
  const pending: Pending[] = [pendingOf({ scope: machine, pointer: "", within: [] })];
  for (let last = pending.at(-1); last !== undefined; last = pending.at(-1)) {
    const name = last.names[last.next];
    const state = name === undefined ? undefined : last.scope.States[name];
    if (name === undefined || state === undefined) {
      pending.pop();
      continue;
    }
    last.next += 1;
    const pointer = childPointer(last.states, name);
    const { scope, pointer: scopePointer, within } = last;
    const visit = { name, state, pointer, scope, scopePointer, within };
    visits.push(visit);
    if (state.Type !== "Map" && state.Type !== "Parallel") continue;
    for (const inner of innerScopes(visit).reverse()) pending.push(pendingOf(inner));
  }
  return visits;
}

/** A scope whose states are being visited. */
interface Pending extends ScopeVisit {
  readonly names: readonly string[];
  /** The pointer of its `States`. */
  readonly states: JsonPointer;
  next: number;
}

function pendingOf({ scope, pointer, within }: ScopeVisit): Pending {
  const names = Object.keys(scope.States);
  return { scope, pointer, within, names, states: childPointer(pointer, "States"), next: 0 };
}

/**
 * Every scope of a machine: the machine itself first, then branches and processors as they are met.
 *
 * @param visits the states of the machine, where they were visited already.
 */
export function walkScopes(
  machine: StateMachine,
  visits: readonly StateVisit[] = walkStates(machine),
): readonly ScopeVisit[] {
  const scopes: ScopeVisit[] = [{ scope: machine, pointer: "", within: [] }];
  for (const visit of visits) {
    if (visit.state.Type === "Map" || visit.state.Type === "Parallel") scopes.push(...innerScopes(visit));
  }
  return scopes;
}

function innerScopes(visit: StateVisit): ScopeVisit[] {
  const { state, pointer } = visit;
  const within = [...visit.within, visit];
  if (state.Type === "Parallel") {
    return state.Branches.map((scope, index) => ({
      scope,
      pointer: childPointer(pointer, "Branches", index),
      within,
    }));
  }
  if (state.Type !== "Map") return [];
  const field = state.processorField ?? "ItemProcessor";
  return [{ scope: state.ItemProcessor, pointer: childPointer(pointer, field), within }];
}

/**
 * The query language of a state: its own, else the machine's, else JSONPath. The language of a Map or Parallel
 * never reaches the states inside it (R-QL-01).
 */
export function effectiveQueryLanguage(
  machine: Pick<StateMachine, "QueryLanguage">,
  state: Pick<State, "QueryLanguage">,
): QueryLanguage {
  return state.QueryLanguage ?? machine.QueryLanguage ?? "JSONPath";
}
