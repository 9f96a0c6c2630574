import type { HistoryEvent } from "../execution/history-event.ts";

/** A line of control as the history shows it: the execution, a branch or an item. */
export interface Place {
  readonly parent?: Place;
  readonly kind: "execution" | "branch" | "item";
  readonly index: number;
  /** How many branches of the Parallel it is in have begun. */
  branches: number;
  current?: CurrentState;
  /** What went wrong last in it. */
  failure?: { readonly error?: string; readonly cause?: string };
}

/** The state that a place is in. */
export interface CurrentState {
  readonly name: string;
  readonly type: string;
  readonly enteredAt: number;
  /** What its StateEntered event points to. */
  readonly previous: number;
  failed?: boolean;
}

/** Finds out which place each event belongs to; the history itself only chains events. */
export class Places {
  readonly root: Place = { kind: "execution", index: 0, branches: 0 };
  readonly #of: Place[] = [];
  readonly #types: string[] = [];
  readonly #open = new Set<Place>();

  /** The place of an event, which must come in the order of ids. */
  locate(event: HistoryEvent): Place {
    const place = this.#find(event);
    this.#of[event.id] = place;
    this.#types[event.id] = event.type;
    if (event.type.endsWith("StateEntered")) this.#open.add(place);
    return place;
  }

  #find(event: HistoryEvent): Place {
    const { type, previousEventId } = event;
    const before = this.#of[previousEventId] ?? this.root;
    const beforeType = this.#types[previousEventId] ?? "";
    if (type.startsWith("Execution")) return this.root;
    if (type === "MapIterationStarted") return this.#item(event, before, beforeType);
    if (type === "MapIterationAborted") return before;
    if (type.endsWith("StateEntered") && beforeType === "ParallelStateStarted") return branch(before);
    if (type === "EvaluationFailed") return this.#evaluated(event, before);
    const container = /^(Map|Parallel)State(?!Entered)/.exec(type)?.[1];
    return container === undefined ? before : enclosing(before, container, type.endsWith("Failed"));
  }

  #item(event: HistoryEvent, before: Place, beforeType: string): Place {
    const parent = beforeType === "MapStateStarted" ? before : (before.parent ?? before);
    const index = Number(event.mapIterationStartedEventDetails?.index ?? 0);
    return { parent, kind: "item", index, branches: 0 };
  }

  /** An EvaluationFailed event points to what came before its state, which may be another place. */
  #evaluated(event: HistoryEvent, before: Place): Place {
    const state = event.evaluationFailedEventDetails?.state;
    for (const place of this.#open) {
      if (place.current?.name === state && place.current?.previous === event.previousEventId) return place;
    }
    return before;
  }
}

function branch(parent: Place): Place {
  const index = parent.branches;
  parent.branches += 1;
  return { parent, kind: "branch", index, branches: 0 };
}

/** The nearest place out from `from` that is in a Map or Parallel. */
function enclosing(from: Place, type: string, failing: boolean): Place {
  for (let place: Place | undefined = from; place !== undefined; place = place.parent) {
    const { current } = place;
    if (current?.type === type && !(failing && current.failed)) return place;
  }
  return from;
}
