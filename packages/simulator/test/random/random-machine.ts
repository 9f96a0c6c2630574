import type { Json } from "@statewright/json-types";
import type { Mocks } from "../../src/index.ts";
import { type Block, branching, counting, polling } from "./branching-states.ts";
import { type Building, newName, type ScopeBuilding, type Statement } from "./building.ts";
import { chanceOf } from "./chance.ts";
import { type MakeScope, map, parallel } from "./container-states.ts";
import type { Fields, Flow } from "./flow.ts";
import { addEnd, pass, wait } from "./simple-states.ts";
import { joined, randomRecord, randomValue, schemaOf } from "./sketch.ts";
import { task } from "./task-state.ts";

/** A machine with everything that running and checking it takes. */
export interface RandomMachine {
  readonly seed: number;
  /** Amazon States Language, without structural errors. */
  readonly definition: Readonly<Record<string, Json>>;
  readonly input: Json;
  /** JSON Schema that the input obeys. */
  readonly inputSchema: Readonly<Record<string, Json>>;
  /** Answers for every call; what they give obeys the schemas of the results. */
  readonly mocks: Mocks;
  /** What each Task receives (of `lambda:invoke` the envelope), by the pointer of its state. */
  readonly taskResultSchemas: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/**
 * A random machine with data flow, in both query languages: every state type, variables by scope, joins, loops that
 * end, catches, optional fields and values that are null or of several types. Most runs of them succeed; some paths
 * lead nowhere. The same seed gives the same machine.
 */
export function randomMachine(seed: number): RandomMachine {
  const chance = chanceOf(seed);
  const jsonataOnly = chance.often(0.35);
  const building: Building = {
    chance,
    jsonataOnly,
    jsonataShare: chance.pick([0, 0.3, 0.5]),
    left: chance.between(3, 16),
    names: 0,
    answers: {},
    fallbacks: {},
    results: {},
  };
  const sketch = randomRecord(chance);
  const flow: Flow = { data: sketch, variables: {}, keep: false, depth: 0 };
  const { definition: states } = makeScope(building, flow, chance.between(2, 5));
  const definition = { ...(jsonataOnly && { QueryLanguage: "JSONata" }), ...states };
  return {
    seed,
    definition,
    input: randomValue(chance, sketch),
    inputSchema: schemaOf(sketch),
    mocks: { states: building.answers, resources: building.fallbacks },
    taskResultSchemas: byPointer(definition, building.results),
  };
}

const makeScope: MakeScope = (building, flow, statements) => {
  const scope: ScopeBuilding = { states: {}, outputs: [] };
  const first = newName(building);
  const last = newName(building);
  const end = block(building, scope, flow, first, last, statements);
  addEnd(building, scope, end, last);
  return {
    definition: { StartAt: first, States: scope.states },
    output: scope.outputs.reduce(joined),
  };
};

const block: Block = (building, scope, flow, name, exit, statements) => {
  const statement = randomStatement(building, flow);
  if (statements <= 1 || building.left <= 0) return statement(building, scope, flow, name, exit);
  const next = newName(building);
  const after = statement(building, scope, flow, name, next);
  return block(building, scope, after, next, exit, statements - 1);
};

function randomStatement(building: Building, { depth, keep }: Flow): Statement {
  const room = building.left > 3 ? 1 : 0;
  const shallow = room * (depth < 2 ? 1 : 0) * (keep ? 0.5 : 1);
  return building.chance.weighted<Statement>([
    [5, pass],
    [5, task],
    [1, wait],
    [2.5 * room, branching(block)],
    [1.6 * room * (depth === 0 ? 1 : 0.5) * (keep ? 0.3 : 1), counting(block)],
    [0.9 * room, polling],
    [1.3 * shallow, parallel(makeScope)],
    [1.8 * shallow, map(makeScope)],
  ]);
}

/** The schemas by the pointers of the states that have these names. */
function byPointer(
  definition: Readonly<Record<string, Json>>,
  schemas: Building["results"],
): RandomMachine["taskResultSchemas"] {
  const found: Record<string, Readonly<Record<string, Json>>> = {};
  const open: { readonly pointer: string; readonly scope: Fields }[] = [
    { pointer: "", scope: { ...definition } },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [name, state] of Object.entries(next.scope.States as Record<string, Fields>)) {
      const pointer = `${next.pointer}/States/${name}`;
      const schema = schemas[name];
      if (schema !== undefined) found[pointer] = schema;
      const branches = (state.Branches ?? []) as unknown as readonly Fields[];
      for (const [index, scope] of branches.entries())
        open.push({ pointer: `${pointer}/Branches/${index}`, scope });
      if (state.ItemProcessor !== undefined)
        open.push({ pointer: `${pointer}/ItemProcessor`, scope: state.ItemProcessor as unknown as Fields });
    }
  }
  return found;
}
