import type { Json } from "@statewright/json-types";
import type { MockAnswer, MockAnswers } from "../../src/index.ts";
import type { Chance } from "./chance.ts";
import type { Fields, Flow } from "./flow.ts";
import type { Sketch } from "./sketch.ts";

/** What is collected while one machine is made. */
export interface Building {
  readonly chance: Chance;
  /** JSONata for the whole machine; else each state has its own language. */
  readonly jsonataOnly: boolean;
  /** Of a JSONPath machine, the share of states in JSONata. */
  readonly jsonataShare: number;
  /** How many states may still be made. */
  left: number;
  names: number;
  readonly answers: Record<string, MockAnswers>;
  /** What answers a function when the list of its state is used up. */
  readonly fallbacks: Record<string, MockAnswer>;
  /** What each Task receives, by its name. */
  readonly results: Record<string, Readonly<Record<string, Json>>>;
}

/** The states of one `States` object, and what its ends give. */
export interface ScopeBuilding {
  readonly states: Record<string, Fields>;
  readonly outputs: Sketch[];
}

/** Makes one or more states that begin with `name` and go on to `exit`; gives what is believed there. */
export type Statement = (
  building: Building,
  scope: ScopeBuilding,
  flow: Flow,
  name: string,
  exit: string,
) => Flow;

export function newName(building: Building): string {
  building.names += 1;
  return `${building.chance.pick(["Load", "Price", "Check", "Send", "Sum"])}${building.names}`;
}

export function jsonataState(building: Building): boolean {
  return building.jsonataOnly || building.chance.often(building.jsonataShare);
}

/** Adds a state; the members every state has come first. */
export function addState(
  building: Building,
  scope: ScopeBuilding,
  name: string,
  type: string,
  jsonata: boolean,
  fields: Fields,
): void {
  building.left -= 1;
  scope.states[name] = {
    Type: type,
    ...(jsonata && !building.jsonataOnly && { QueryLanguage: "JSONata" }),
    ...fields,
  };
}
