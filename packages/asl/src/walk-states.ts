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
export function* walkStates(machine: StateMachine): Generator<StateVisit, void, undefined> {
  const pending: Iterator<StateVisit>[] = [statesOf({ scope: machine, pointer: "", within: [] })];
  for (let last = pending.at(-1); last !== undefined; last = pending.at(-1)) {
    const next = last.next();
    if (next.done === true) {
      pending.pop();
      continue;
    }
    yield next.value;
    for (const inner of innerScopes(next.value).reverse()) pending.push(statesOf(inner));
  }
}

/** Every scope of a machine: the machine itself first, then branches and processors as they are met. */
export function* walkScopes(machine: StateMachine): Generator<ScopeVisit, void, undefined> {
  yield { scope: machine, pointer: "", within: [] };
  for (const visit of walkStates(machine)) yield* innerScopes(visit);
}

function* statesOf({ scope, pointer, within }: ScopeVisit): Generator<StateVisit, void, undefined> {
  for (const [name, state] of Object.entries(scope.States)) {
    yield {
      name,
      state,
      pointer: childPointer(pointer, "States", name),
      scope,
      scopePointer: pointer,
      within,
    };
  }
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
