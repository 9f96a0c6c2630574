import { missingShape, objectShape, type Shape, unknownShape } from "@statewright/json-types";
import { contextShape, itemContextShape, type TaskToken } from "./context-shape.ts";
import type { Variables } from "./environment.ts";
import type { StateSite } from "./machine-sites.ts";
import type { Entered, World } from "./world.ts";

/** What the expressions of one field can see. */
export interface Sight {
  readonly site: StateSite;
  /** `$states`. */
  readonly states: Shape;
  readonly variables: Variables;
}

/** What a field sees besides input, context and variables. */
export interface SightFacts {
  /** `$states.result`: Output and Assign of Task, Parallel and Map (R-JA-10). */
  readonly result?: Shape;
  /** `$states.errorOutput`: Output and Assign of a catcher (R-JA-08). */
  readonly errorOutput?: Shape;
  /** The item, in an ItemSelector (R-JA-11). */
  readonly item?: Shape;
  /** The arguments of a callback task. */
  readonly taskToken?: TaskToken;
}

/**
 * What a field of an entered state can see. Members that are not there in this place are unknown, not missing:
 * that they stand in the wrong place is said elsewhere.
 */
export function sightOf({ site, environment }: Entered, world: World, facts: SightFacts = {}): Sight {
  const inChild = world.sites.scopes.get(site.scope)?.inChild === true;
  const context = contextShape({
    site,
    executionInput: inChild ? unknownShape : world.known.input,
    item: facts.item === undefined ? world.itemIn(site.scope) : itemContextShape(facts.item),
    taskToken: facts.taskToken ?? false,
  });
  return {
    site,
    states: objectShape({
      input: environment.input,
      context,
      result: facts.result ?? unknownShape,
      errorOutput: facts.errorOutput ?? unknownShape,
    }),
    variables: environment.variables,
  };
}

/** The shape of a variable, `states` included; undefined for one that has no value on any path. */
export function variableShape({ states, variables }: Sight, name: string): Shape | undefined {
  if (name === "states") return states;
  const shape = Object.hasOwn(variables, name) ? variables[name] : undefined;
  return shape === missingShape ? undefined : shape;
}
