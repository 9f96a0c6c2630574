import type { Json } from "@statewright/json-types";
import { addState, type Building, jsonataState, type ScopeBuilding, type Statement } from "./building.ts";
import {
  type Fields,
  type Flow,
  itemSources,
  jsonataLeaving,
  jsonPathLeaving,
  randomTemplate,
  sourcesOf,
} from "./flow.ts";
import { jsonataText } from "./jsonata-text.ts";
import { randomRecovery } from "./recovery.ts";
import { randomInputPath } from "./simple-states.ts";
import { anything, list, number, record, type Sketch } from "./sketch.ts";
import { randomPath } from "./source.ts";
import { taskErrors } from "./task-state.ts";

/** Makes the states of a branch or a processor; gives its definition and what comes out of it. */
export type MakeScope = (
  building: Building,
  flow: Flow,
  statements: number,
) => { readonly definition: Fields; readonly output: Sketch };

export function parallel(makeScope: MakeScope): Statement {
  return (building, scope, flow, name, exit) => {
    const { chance } = building;
    const jsonata = jsonataState(building);
    const input = jsonata ? { fields: {}, data: flow.data } : randomInputPath(chance, flow);
    const template = chance.often(0.3)
      ? randomTemplate(chance, sourcesOf(flow, jsonata, input.data), jsonata)
      : undefined;
    const inner = innerFlow(flow, template?.sketch ?? input.data);
    const branches = Array.from({ length: chance.between(1, 3) }, () =>
      makeScope(building, inner, chance.between(1, 2)),
    );
    const payload: Fields =
      template === undefined ? {} : { [jsonata ? "Arguments" : "Parameters"]: template.value };
    const result: Sketch = { kind: "tuple", of: branches.map(({ output }) => output) };
    return finish(building, scope, flow, name, exit, jsonata, result, {
      type: "Parallel",
      fields: {
        ...input.fields,
        ...payload,
        Branches: branches.map(({ definition }) => definition),
      },
    });
  };
}

export function map(makeScope: MakeScope): Statement {
  return (building, scope, flow, name, exit) => {
    const { chance } = building;
    const items = randomItems(building, flow);
    const { jsonata, of } = items;
    const distributed = chance.often(0.3) && flow.express !== true;
    const context = jsonata ? "$states.context" : "$$";
    const selected = chance.often(0.4)
      ? randomTemplate(chance, [...sourcesOf(flow, jsonata), ...itemSources(context, of)], jsonata)
      : undefined;
    const batched = distributed && chance.often(0.3);
    const each = selected?.sketch ?? of;
    const data = batched ? record({ Items: list(each, 1, 2) }) : each;
    const processor: Fields = distributed
      ? {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: chance.often(0.5) ? "EXPRESS" : "STANDARD" },
        }
      : {};
    const inner: Flow = {
      ...innerFlow(flow, data),
      ...(distributed ? { variables: {} } : { item: of }),
      ...(JSON.stringify(processor).includes("EXPRESS") && { express: true }),
    };
    const made = makeScope(building, inner, chance.between(1, 2));
    const fields: Fields = {
      ...items.fields,
      ...(selected !== undefined && { ItemSelector: selected.value }),
      ...(batched && { ItemBatcher: { MaxItemsPerBatch: 2 } }),
      ...(distributed && chance.often(0.4) && { ToleratedFailurePercentage: chance.pick([50, 100]) }),
      ...(chance.often(0.5) && { MaxConcurrency: chance.between(0, 3) }),
      ItemProcessor: { ...processor, ...made.definition },
    };
    const result = list(made.output, distributed ? 0 : items.least, 9);
    return finish(building, scope, flow, name, exit, jsonata, result, { type: "Map", fields });
  };
}

/** Where the items come from: a list of the state data, or one written down. */
function randomItems(
  building: Building,
  flow: Flow,
): { readonly jsonata: boolean; readonly fields: Fields; readonly of: Sketch; readonly least: number } {
  const { chance } = building;
  const jsonata = jsonataState(building);
  const path = randomPath(chance, sourcesOf(flow, jsonata), ["list"]);
  if (path !== undefined && path.sketch.kind === "list" && chance.often(0.85)) {
    const { of, least } = path.sketch;
    if (jsonata) return { jsonata, fields: { Items: `{% ${path.text} %}` }, of, least };
    return { jsonata, fields: { ItemsPath: path.text }, of, least };
  }
  // JSONPath has no literal items: such a state is in JSONata.
  const sources = sourcesOf(flow, true);
  const written = chance.weighted<
    () => { readonly Items: Json; readonly of: Sketch; readonly least: number }
  >([
    [3, () => ({ Items: [1, 2, 3], of: number, least: 3 })],
    [2, () => ({ Items: `{% [1..${chance.between(1, 3)}] %}`, of: number, least: 1 })],
    [2, () => ({ Items: [`{% ${jsonataText(chance, sources).text} %}`], of: anything, least: 1 })],
    [1, () => ({ Items: { a: 1, b: 2 }, of: number, least: 2 })],
    [1, () => ({ Items: [], of: anything, least: 0 })],
  ])();
  return { jsonata: true, fields: { Items: written.Items }, of: written.of, least: written.least };
}

function innerFlow(flow: Flow, data: Sketch): Flow {
  return { ...flow, data, keep: false, depth: flow.depth + 1 };
}

/** What Parallel and Map have in common: recovery, and what becomes of the results. */
function finish(
  building: Building,
  scope: ScopeBuilding,
  flow: Flow,
  name: string,
  exit: string,
  jsonata: boolean,
  result: Sketch,
  made: { readonly type: "Parallel" | "Map"; readonly fields: Fields },
): Flow {
  const { chance } = building;
  const recovery = chance.often(0.4)
    ? randomRecovery(building, scope, flow, jsonata, exit, [chance.pick(taskErrors)])
    : { fields: {}, rejoin: (after: Flow) => after };
  const leaving = jsonata
    ? jsonataLeaving(chance, flow, result)
    : jsonPathLeaving(chance, flow, result, true);
  addState(building, scope, name, made.type, jsonata, {
    ...made.fields,
    ...leaving.fields,
    ...recovery.fields,
    Next: exit,
  });
  return recovery.rejoin(leaving.flow);
}
