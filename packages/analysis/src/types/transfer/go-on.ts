import type { State } from "@statewright/asl";
import type { JsonPointer } from "@statewright/diagnostics";
import type { Shape } from "@statewright/json-types";
import type { Variables } from "../environment.ts";
import type { StateSite } from "../machine-sites.ts";
import type { Edge, Outcome, World } from "../world.ts";

/** The way from a state to another one of its scope; none when there is no such state, or nothing can take it. */
export function edgeTo(
  target: string | undefined,
  site: StateSite,
  input: Shape,
  variables: Variables,
  world: World,
  { via = site.pointer, given }: { readonly via?: JsonPointer; readonly given?: Shape } = {},
): readonly Edge[] {
  const states = world.sites.scopes.get(site.scope)?.states;
  const pointer: JsonPointer | undefined =
    states !== undefined && target !== undefined && Object.hasOwn(states, target)
      ? states[target]
      : undefined;
  if (pointer === undefined || input.kind === "never") return [];
  return [{ target: pointer, environment: { input, variables }, via, ...(given && { given }) }];
}

/** What follows `Next` or `End`: one of the two. */
export function goOn(
  site: StateSite,
  output: Shape,
  variables: Variables,
  world: World,
): Pick<Outcome, "edges" | "ends" | "output"> {
  const edges = edgeTo(nextOf(site.state), site, output, variables, world);
  return { edges, output, ...(endsHere(site.state) && { ends: output }) };
}

function nextOf(state: State): string | undefined {
  return "Next" in state ? state.Next : undefined;
}

function endsHere(state: State): boolean {
  return state.Type === "Succeed" || ("End" in state && state.End === true);
}
