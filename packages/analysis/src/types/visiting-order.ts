import type { State } from "@statewright/asl";
import type { JsonPointer } from "@statewright/diagnostics";
import type { MachineSites, StateSite } from "./machine-sites.ts";

/** A state being entered, or (Parallel and Map) left once what it runs has ended. */
export interface Visit {
  readonly state: JsonPointer;
  readonly phase: "enter" | "leave";
}

/** The visits so that each comes after those that lead to it, as far as loops allow. */
export interface VisitingOrder {
  readonly visits: readonly Visit[];
  /** Where each visit stands in the order, by {@link visitKey}. */
  readonly places: ReadonlyMap<string, number>;
}

/** A text for a visit, to keep things by it. */
export function visitKey({ state, phase }: Visit): string {
  return phase === "enter" ? state : `${state}#leave`;
}

/**
 * Orders the visits of a machine by reversed depth-first finish: without loops one pass over them sees every
 * way into a state before the state. States that no path leads to are left out.
 */
export function visitingOrder(sites: MachineSites): VisitingOrder {
  const start = sites.scopes.get("")?.start;
  const finished: Visit[] = [];
  const seen = new Set<string>();
  const stack: { readonly visit: Visit; readonly rest: Visit[] }[] = [];
  const open = (visit: Visit) => {
    seen.add(visitKey(visit));
    stack.push({ visit, rest: [...successors(visit, sites)] });
  };
  if (start !== undefined) open({ state: start, phase: "enter" });
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.rest.pop();
    if (next === undefined) {
      finished.push(top.visit);
      stack.pop();
    } else if (!seen.has(visitKey(next))) open(next);
  }
  const visits = finished.reverse();
  return { visits, places: new Map(visits.map((visit, index) => [visitKey(visit), index])) };
}

function successors({ state, phase }: Visit, sites: MachineSites): readonly Visit[] {
  const site = sites.states.get(state);
  if (site === undefined) return [];
  if (phase === "leave") return [...entries(nextNames(site.state), site, sites), ...endOfScope(site, sites)];
  const caught = entries(catchNames(site.state), site, sites);
  if (site.bodies.length === 0)
    return [...caught, ...entries(nextNames(site.state), site, sites), ...endOfScope(site, sites)];
  const starts = site.bodies.flatMap((body) => sites.scopes.get(body)?.start ?? []);
  return [...caught, { state, phase: "leave" }, ...starts.map((start) => enter(start))];
}

/** The state that runs this scope is left when one of its last states is done. */
function endOfScope({ state, scope }: StateSite, sites: MachineSites): readonly Visit[] {
  const owner = sites.scopes.get(scope)?.owner;
  const last = state.Type === "Succeed" || ("End" in state && state.End === true);
  return owner !== undefined && last ? [{ state: owner, phase: "leave" }] : [];
}

function entries(names: readonly string[], site: StateSite, sites: MachineSites): readonly Visit[] {
  const states = sites.scopes.get(site.scope)?.states ?? {};
  return names.flatMap((name) => {
    const target = Object.hasOwn(states, name) ? states[name] : undefined;
    return target === undefined ? [] : [enter(target)];
  });
}

function enter(state: JsonPointer): Visit {
  return { state, phase: "enter" };
}

function nextNames(state: State): readonly string[] {
  if (state.Type === "Choice")
    return [
      ...(state.Default === undefined ? [] : [state.Default]),
      ...state.Choices.map(({ Next }) => Next),
    ];
  return "Next" in state && state.Next !== undefined ? [state.Next] : [];
}

function catchNames(state: State): readonly string[] {
  return "Catch" in state ? (state.Catch ?? []).map(({ Next }) => Next) : [];
}
