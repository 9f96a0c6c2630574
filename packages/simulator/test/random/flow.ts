import type { Json } from "@statewright/json-types";
import type { Chance } from "./chance.ts";
import { jsonPathText } from "./json-path-text.ts";
import { jsonataText } from "./jsonata-text.ts";
import { type Field, fieldNames, joined, number, record, type Sketch, text, withField } from "./sketch.ts";
import { randomPath, type Source } from "./source.ts";

/** What is believed where a state is entered. */
export interface Flow {
  readonly data: Sketch;
  /** Every variable that can be read, those of outer scopes too. */
  readonly variables: Readonly<Record<string, Field>>;
  /** Inside a loop: states add to their input and take nothing away, so that the next round finds it. */
  readonly keep: boolean;
  /** How many scopes are around. */
  readonly depth: number;
  /** The value of the item, inside of an iteration. */
  readonly item?: Sketch;
  /** Inside EXPRESS children, where nothing may call back. */
  readonly express?: true;
}

/** Fields of a state, as JSON. */
export type Fields = Record<string, Json>;

/** Fields with what is believed after them. */
export interface Leaving {
  readonly fields: Fields;
  readonly flow: Flow;
}

/** What the expressions of a state can read. */
export function sourcesOf(flow: Flow, jsonata: boolean, data: Sketch = flow.data): readonly Source[] {
  const context = jsonata ? "$states.context" : "$$";
  const variables = Object.entries(flow.variables);
  return [
    { root: jsonata ? "$states.input" : "$", sketch: data, sure: true },
    { root: `${context}.Execution.Name`, sketch: text, sure: true },
    { root: `${context}.State.Name`, sketch: text, sure: true },
    ...variables.map(([name, { sketch, sure }]) => ({ root: `$${name}`, sketch, sure })),
    ...(flow.item === undefined ? [] : itemSources(context, flow.item)),
  ];
}

export function itemSources(context: string, item: Sketch): readonly Source[] {
  return [
    { root: `${context}.Map.Item.Index`, sketch: number, sure: true },
    { root: `${context}.Map.Item.Value`, sketch: item, sure: true },
  ];
}

/** JSON with expressions in it, and what is believed of its value. */
export interface Template {
  readonly value: Json;
  readonly sketch: Sketch;
}

/** A payload template of either language; its value is an object. */
export function randomTemplate(
  chance: Chance,
  sources: readonly Source[],
  jsonata: boolean,
  depth = 1,
): Template {
  if (jsonata && chance.often(0.25)) {
    const whole = jsonataText(chance, sources, "record");
    return { value: `{% ${whole.text} %}`, sketch: whole.sketch };
  }
  const names = chance.shuffled(fieldNames).slice(0, chance.between(1, 4));
  const members = names.map((name): readonly [string, Json, Sketch] => {
    if (chance.often(0.12)) return [name, ...literalMember(chance)];
    if (depth > 0 && chance.often(0.15)) {
      const inner = randomTemplate(chance, sources, jsonata, depth - 1);
      return [name, inner.value, inner.sketch];
    }
    return randomMember(chance, sources, jsonata, name);
  });
  const sketches = members.map(([name, , sketch]) => [name.replace(/\.\$$/, ""), sketch] as const);
  return {
    value: Object.fromEntries(members.map(([name, value]) => [name, value])),
    sketch: record(Object.fromEntries(sketches)),
  };
}

/** One member with an expression; in JSONPath its name ends in `.$` (R-JP-06). */
function randomMember(
  chance: Chance,
  sources: readonly Source[],
  jsonata: boolean,
  name: string,
): readonly [string, Json, Sketch] {
  const wanted = chance.pick(["any", "any", "text", "number", "list"] as const);
  if (jsonata) {
    const { text: expression, sketch } = jsonataText(chance, sources, wanted);
    return [name, `{% ${expression} %}`, sketch];
  }
  const written = jsonPathText(chance, sources, wanted);
  return written === undefined
    ? [name, ...literalMember(chance)]
    : [`${name}.$`, written.text, written.sketch];
}

function literalMember(chance: Chance): readonly [Json, Sketch] {
  return chance.pick<readonly [Json, Sketch]>([
    [1, number],
    ["x", text],
    [[1, 2], { kind: "list", of: number, least: 2, most: 2 }],
    [null, { kind: "null" }],
    [{ id: 1 }, record({ id: number })],
  ]);
}

/** Assign with one or two variables of this scope; `sources` are what it sees (R-JP-14, R-JA-15). */
export function randomAssign(
  chance: Chance,
  flow: Flow,
  sources: readonly Source[],
  jsonata: boolean,
): Leaving {
  const own = ["kept", "tally", "found", "memo"].map((name) =>
    flow.depth === 0 ? name : `${name}${flow.depth}`,
  );
  const members = chance
    .shuffled(own)
    .slice(0, chance.between(1, 2))
    .map((name) => {
      return randomMember(chance, sources, jsonata, name);
    });
  const given = members.map(
    ([name, , sketch]) => [name.replace(/\.\$$/, ""), { sketch, sure: true }] as const,
  );
  return {
    fields: { Assign: Object.fromEntries(members.map(([name, value]) => [name, value])) },
    flow: { ...flow, variables: { ...flow.variables, ...Object.fromEntries(given) } },
  };
}

/** What is believed where two ways meet: a variable of one way only may have no value. */
export function meeting(left: Flow, right: Flow): Flow {
  const names = new Set([...Object.keys(left.variables), ...Object.keys(right.variables)]);
  const variables = [...names].flatMap((name) => {
    const one = left.variables[name];
    const other = right.variables[name];
    const known = one ?? other;
    if (known === undefined) return [];
    if (one === undefined || other === undefined) return [[name, { ...known, sure: false }] as const];
    return [[name, { sketch: joined(one.sketch, other.sketch), sure: one.sure && other.sure }] as const];
  });
  return { ...left, data: joined(left.data, right.data), variables: Object.fromEntries(variables) };
}

/** The output of a JSONata state; `result` is what it has, if it has one. */
export function jsonataLeaving(chance: Chance, flow: Flow, result?: Sketch, assigns = 0.3): Leaving {
  const inner = sourcesOf(flow, true);
  const sources =
    result === undefined ? inner : [...inner, { root: "$states.result", sketch: result, sure: true }];
  const assigned = chance.often(assigns) ? randomAssign(chance, flow, sources, true) : { fields: {}, flow };
  const given = (Output: Json, data: Sketch): Leaving => ({
    fields: { ...assigned.fields, Output },
    flow: { ...assigned.flow, data },
  });
  const name = chance.pick(fieldNames);
  const merged = (): Leaving => {
    const value = jsonataText(chance, sources, chance.pick(["any", "number", "text"]));
    const Output = `{% $merge([$states.input, {"${name}": ${value.text}}]) %}`;
    return given(Output, withField(flow.data, name, value.sketch));
  };
  if (flow.keep) {
    return flow.data.kind === "record" && chance.often(0.6)
      ? merged()
      : given("{% $states.input %}", flow.data);
  }
  if (flow.data.kind === "record" && chance.often(0.3)) return merged();
  if (chance.often(0.25)) return { ...assigned, flow: { ...assigned.flow, data: result ?? flow.data } };
  const { value, sketch } = randomTemplate(chance, sources, true);
  return given(value, sketch);
}

/** The output of a JSONPath state with a result (R-JP-01). `selects`: whether it may have a ResultSelector. */
export function jsonPathLeaving(
  chance: Chance,
  flow: Flow,
  result: Sketch,
  selects: boolean,
  assigns = 0.3,
): Leaving {
  const seen = sourcesOf(flow, false, result);
  const assigned = chance.often(assigns) ? randomAssign(chance, flow, seen, false) : { fields: {}, flow };
  const selector = selects && chance.often(0.3) ? randomTemplate(chance, seen, false) : undefined;
  const placed = placing(chance, flow, selector?.sketch ?? result);
  const fields: Fields = {
    ...assigned.fields,
    ...(selector !== undefined && { ResultSelector: selector.value }),
    ...placed.fields,
  };
  const selected =
    !flow.keep && chance.often(0.08)
      ? randomPath(chance, sourcesOf(flow, false, placed.data), ["record"])
      : undefined;
  if (selected === undefined) return { fields, flow: { ...assigned.flow, data: placed.data } };
  return {
    fields: { ...fields, OutputPath: selected.text },
    flow: { ...assigned.flow, data: selected.sketch },
  };
}

function placing(
  chance: Chance,
  flow: Flow,
  result: Sketch,
): { readonly fields: Fields; readonly data: Sketch } {
  const name = chance.pick(fieldNames);
  const into = flow.data.kind === "record";
  const way = chance.weighted<"field" | "deep" | "discard" | "replace">([
    [into ? 5 : 0, "field"],
    [into ? 1 : 0, "deep"],
    [2, "discard"],
    [flow.keep ? 0 : 6, "replace"],
  ]);
  switch (way) {
    case "field":
      return { fields: { ResultPath: `$.${name}` }, data: withField(flow.data, name, result) };
    case "deep": {
      const data = withField(flow.data, "extra", record({ [name]: result }));
      return { fields: { ResultPath: `$.extra.${name}` }, data };
    }
    case "discard":
      return { fields: { ResultPath: null }, data: flow.data };
    case "replace":
      return { fields: {}, data: result };
  }
}
