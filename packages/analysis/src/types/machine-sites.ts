import type { QueryLanguage, State, StateMachine, States } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";

/** A state and where it stands. */
export interface StateSite {
  readonly pointer: JsonPointer;
  readonly name: string;
  readonly state: State;
  readonly language: QueryLanguage;
  /** The scope whose states it can go on to. */
  readonly scope: JsonPointer;
  /** The scopes it runs itself: branches, or the processor of a Map. */
  readonly bodies: readonly JsonPointer[];
}

/** A set of states that go on to one another: the machine, a branch, the processor of a Map. */
export interface ScopeSite {
  readonly pointer: JsonPointer;
  readonly definition: States;
  /** The pointer of the first state; absent when `StartAt` names none. */
  readonly start?: JsonPointer;
  /** The pointers of its states by name. */
  readonly states: Readonly<Record<string, JsonPointer>>;
  /** The Parallel or Map state that runs it; absent for the machine. */
  readonly owner?: JsonPointer;
  /** Runs in child executions, which see no variables of the parent (R-VAR-11). */
  readonly distributed: boolean;
  /** Belongs to a child execution: it is distributed, or a scope around it is. */
  readonly inChild: boolean;
}

/** Every state and scope of a machine by its pointer, outer ones first. */
export interface MachineSites {
  readonly states: ReadonlyMap<JsonPointer, StateSite>;
  readonly scopes: ReadonlyMap<JsonPointer, ScopeSite>;
}

interface Pending {
  readonly pointer: JsonPointer;
  readonly states: States;
  readonly owner?: JsonPointer;
  readonly distributed: boolean;
  readonly inChild: boolean;
}

/** Lists the states of all levels. */
export function machineSites(machine: StateMachine): MachineSites {
  const states = new Map<JsonPointer, StateSite>();
  const scopes = new Map<JsonPointer, ScopeSite>();
  const pending: Pending[] = [{ pointer: "", states: machine, distributed: false, inChild: false }];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const names: Record<string, JsonPointer> = Object.create(null);
    for (const [name, state] of Object.entries(next.states.States)) {
      const pointer = childPointer(next.pointer, "States", name);
      const bodies = bodiesOf(pointer, state, next.inChild);
      names[name] = pointer;
      pending.push(...bodies);
      states.set(pointer, {
        pointer,
        name,
        state,
        language: state.QueryLanguage ?? machine.QueryLanguage ?? "JSONPath",
        scope: next.pointer,
        bodies: bodies.map((body) => body.pointer),
      });
    }
    scopes.set(next.pointer, scopeOf(next, names));
  }
  return { states, scopes };
}

function scopeOf(
  { pointer, states, owner, distributed, inChild }: Pending,
  names: Readonly<Record<string, JsonPointer>>,
): ScopeSite {
  const start = Object.hasOwn(names, states.StartAt) ? names[states.StartAt] : undefined;
  return {
    pointer,
    definition: states,
    states: names,
    distributed,
    inChild,
    ...(start !== undefined && { start }),
    ...(owner !== undefined && { owner }),
  };
}

function bodiesOf(owner: JsonPointer, state: State, inChild: boolean): readonly Pending[] {
  if (state.Type === "Parallel")
    return state.Branches.map((states, index) => ({
      pointer: childPointer(owner, "Branches", index),
      states,
      owner,
      distributed: false,
      inChild,
    }));
  if (state.Type !== "Map") return [];
  const pointer = childPointer(owner, state.processorField ?? "ItemProcessor");
  const distributed = state.ItemProcessor.ProcessorConfig?.Mode === "DISTRIBUTED";
  return [{ pointer, states: state.ItemProcessor, owner, distributed, inChild: inChild || distributed }];
}
