import type { Json } from "@statewright/json-types";
import { addState, type Building, jsonataState, newName, type Statement } from "./building.ts";
import type { Chance } from "./chance.ts";
import {
  type Fields,
  type Flow,
  jsonataLeaving,
  jsonPathLeaving,
  type Leaving,
  randomAssign,
  randomTemplate,
  sourcesOf,
} from "./flow.ts";
import { jsonPathText } from "./json-path-text.ts";
import { jsonataText } from "./jsonata-text.ts";
import { randomSketch, randomValue, record, type Sketch } from "./sketch.ts";
import { randomPath } from "./source.ts";

/** `InputPath` sometimes, and what is believed of the effective input. */
export function randomInputPath(
  chance: Chance,
  flow: Flow,
): { readonly fields: Fields; readonly data: Sketch } {
  if (chance.often(0.02)) return { fields: { InputPath: null }, data: record({}) };
  const path = chance.often(0.12) ? randomPath(chance, sourcesOf(flow, false), ["record"]) : undefined;
  return path === undefined
    ? { fields: {}, data: flow.data }
    : { fields: { InputPath: path.text }, data: path.sketch };
}

export const pass: Statement = (building, scope, flow, name, exit) => {
  const { chance } = building;
  const jsonata = jsonataState(building);
  const leaving = jsonata ? jsonataLeaving(chance, flow, undefined, 0.5) : jsonPathPass(chance, flow);
  addState(building, scope, name, "Pass", jsonata, { ...leaving.fields, Next: exit });
  return leaving.flow;
};

function jsonPathPass(chance: Chance, flow: Flow): Leaving {
  if (chance.often(0.25)) {
    const sketch = randomSketch(chance);
    const leaving = jsonPathLeaving(chance, flow, sketch, false, 0.5);
    return { ...leaving, fields: { Result: randomValue(chance, sketch), ...leaving.fields } };
  }
  const input = randomInputPath(chance, flow);
  const template = chance.often(0.7)
    ? randomTemplate(chance, sourcesOf(flow, false, input.data), false)
    : undefined;
  const leaving = jsonPathLeaving(chance, flow, template?.sketch ?? input.data, false, 0.5);
  const parameters = template === undefined ? {} : { Parameters: template.value };
  return { ...leaving, fields: { ...input.fields, ...parameters, ...leaving.fields } };
}

export const wait: Statement = (building, scope, flow, name, exit) => {
  const { chance } = building;
  const jsonata = jsonataState(building);
  const assigned = chance.often(0.2)
    ? randomAssign(chance, flow, sourcesOf(flow, jsonata), jsonata)
    : { fields: {}, flow };
  const fields: Fields = { ...until(chance, flow, jsonata), ...assigned.fields };
  addState(building, scope, name, "Wait", jsonata, { ...fields, Next: exit });
  return assigned.flow;
};

function until(chance: Chance, flow: Flow, jsonata: boolean): Fields {
  if (chance.often(0.6)) return { Seconds: chance.between(0, 30) };
  if (chance.often(0.3))
    return { Timestamp: chance.pick(["2026-01-01T00:00:09Z", "2025-12-31T23:00:00+01:00"]) };
  if (jsonata)
    return { Seconds: `{% $floor(${jsonataText(chance, sourcesOf(flow, true), "number", 1).text}) %}` };
  const path = randomPath(chance, sourcesOf(flow, false), ["number"]);
  return path === undefined ? { Seconds: 1 } : { SecondsPath: path.text };
}

/** A Fail, in place of a way that joins. */
export function addFail(building: Building, scope: Parameters<Statement>[1], flow: Flow, name: string): void {
  const { chance } = building;
  const jsonata = jsonataState(building);
  const sources = sourcesOf(flow, jsonata);
  const fields: Fields = { Error: chance.pick(["Refused", "Late"]) };
  if (chance.often(0.5)) {
    const cause = jsonata
      ? { Cause: `{% ${jsonataText(chance, sources, "text").text} %}` }
      : causePath(jsonPathText(chance, sources, "text")?.text);
    Object.assign(fields, cause);
  }
  addState(building, scope, name, "Fail", jsonata, fields);
}

function causePath(path: string | undefined): Fields {
  return path === undefined ? { Cause: "no text" } : { CausePath: path };
}

/** A Succeed, or a Pass that ends its scope. */
export function addEnd(building: Building, scope: Parameters<Statement>[1], flow: Flow, name: string): void {
  const { chance } = building;
  const jsonata = jsonataState(building);
  const succeeds = chance.often(0.5);
  const fields: Record<string, Json> = succeeds ? {} : { End: true };
  let output = flow.data;
  if (jsonata && chance.often(0.5)) {
    const template = randomTemplate(chance, sourcesOf(flow, true), true);
    fields.Output = template.value;
    output = template.sketch;
  } else if (!jsonata && chance.often(0.15)) {
    const path = randomPath(chance, sourcesOf(flow, false));
    if (path !== undefined) {
      fields[chance.pick(["OutputPath", "InputPath"])] = path.text;
      output = path.sketch;
    }
  }
  scope.outputs.push(output);
  addState(building, scope, name, succeeds ? "Succeed" : "Pass", jsonata, fields);
}

/** A statement and then another. */
export function inTurn(first: Statement, second: Statement): Statement {
  return (building, scope, flow, name, exit) => {
    const between = newName(building);
    return second(building, scope, first(building, scope, flow, name, between), between, exit);
  };
}
