import type { State } from "@statewright/asl";
import type { JsonPointer } from "@statewright/diagnostics";
import { integrationOf } from "@statewright/services";
import type { MachineSites } from "./machine-sites.ts";

/** Who can fail the work of a state besides AWS, and so what its error says (R-CATCH-02). */
export interface FailingWork {
  /** A Fail state without `Error`, or without `Cause`: the error has none either. */
  readonly withoutError: boolean;
  readonly withoutCause: boolean;
  /** A worker or the holder of a token: whether they say a cause is not known. */
  readonly byOthers: boolean;
}

/** Nobody but AWS and the function or service that is called. */
export const nobody: FailingWork = { withoutError: false, withoutCause: false, byOthers: false };

/** Who can fail each Task, Parallel and Map, by its pointer; what is inside counts for what is around it. */
export function failingWork({ states, scopes }: MachineSites): ReadonlyMap<JsonPointer, FailingWork> {
  const work = new Map<JsonPointer, FailingWork>();
  // Outer states stand before inner ones.
  for (const site of [...states.values()].reverse()) {
    const inside = joined(work.get(site.pointer) ?? nobody, ownFailure(site.state));
    work.set(site.pointer, inside);
    const owner = scopes.get(site.scope)?.owner;
    if (owner !== undefined) work.set(owner, joined(work.get(owner) ?? nobody, inside));
  }
  return work;
}

function ownFailure(state: State): FailingWork {
  if (state.Type === "Fail")
    return {
      ...nobody,
      withoutError: state.Error === undefined && state.ErrorPath === undefined,
      withoutCause: state.Cause === undefined && state.CausePath === undefined,
    };
  if (state.Type !== "Task") return nobody;
  const { kind, pattern } = integrationOf(state.Resource);
  return { ...nobody, byOthers: kind === "activity" || kind === "unknown" || pattern === "waitForTaskToken" };
}

function joined(left: FailingWork, right: FailingWork): FailingWork {
  return {
    withoutError: left.withoutError || right.withoutError,
    withoutCause: left.withoutCause || right.withoutCause,
    byOthers: left.byOthers || right.byOthers,
  };
}
