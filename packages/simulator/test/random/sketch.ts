import type { Json } from "@statewright/json-types";
import type { Chance } from "./chance.ts";

/**
 * What the generator believes of a value: enough to write paths that mostly lead somewhere. It is no judge: after a
 * loop or a join it may be wrong, and the run then fails as it would on AWS.
 */
export type Sketch =
  | { readonly kind: "text"; readonly of?: readonly string[] }
  | { readonly kind: "number" | "boolean" | "null" | "any" }
  | { readonly kind: "list"; readonly of: Sketch; readonly least: number; readonly most: number }
  | { readonly kind: "tuple"; readonly of: readonly Sketch[] }
  | { readonly kind: "record"; readonly fields: Readonly<Record<string, Field>> }
  | { readonly kind: "either"; readonly of: readonly Sketch[] };

export interface Field {
  readonly sketch: Sketch;
  /** Whether it is always there. */
  readonly sure: boolean;
}

export const anything: Sketch = { kind: "any" };
export const text: Sketch = { kind: "text" };
export const number: Sketch = { kind: "number" };
export const boolean: Sketch = { kind: "boolean" };

export function record(fields: Readonly<Record<string, Sketch>>): Sketch {
  const sure = Object.entries(fields).map(([name, sketch]) => [name, { sketch, sure: true }] as const);
  return { kind: "record", fields: Object.fromEntries(sure) };
}

export function list(of: Sketch, least = 0, most = 3): Sketch {
  return { kind: "list", of, least, most };
}

/** The names of fields: few, so that they meet again after joins and get other values. */
export const fieldNames = ["id", "name", "total", "items", "tags", "meta", "flag", "note", "owner", "level"];

export function randomRecord(chance: Chance, depth = 2): Sketch {
  const names = chance.shuffled(fieldNames).slice(0, chance.between(2, depth > 1 ? 5 : 3));
  const fields = names.map((name) => {
    return [name, { sketch: randomSketch(chance, depth - 1), sure: chance.often(0.8) }] as const;
  });
  return { kind: "record", fields: Object.fromEntries(fields) };
}

export function randomSketch(chance: Chance, depth = 2): Sketch {
  const deep = depth > 0 ? 1 : 0;
  const make = chance.weighted<() => Sketch>([
    [20, () => text],
    [6, () => ({ kind: "text", of: chance.shuffled(words).slice(0, chance.between(1, 3)) })],
    [24, () => number],
    [10, () => boolean],
    [2, () => ({ kind: "null" })],
    [deep * 20, () => randomList(chance, depth)],
    [deep * 16, () => randomRecord(chance, depth)],
    [deep * 5, () => ({ kind: "either", of: [randomSketch(chance, 0), { kind: "null" }] })],
    [deep * 4, () => ({ kind: "either", of: [text, chance.often(0.5) ? number : randomRecord(chance, 1)] })],
  ]);
  return make();
}

function randomList(chance: Chance, depth: number): Sketch {
  const [least, most] = chance.pick([
    [0, 3],
    [1, 3],
    [1, 1],
    [2, 4],
    [0, 1],
  ] as const);
  const of = chance.weighted<Sketch>([
    [3, number],
    [3, text],
    [5, randomRecord(chance, 1)],
    [2, randomSketch(chance, depth - 1)],
    [1, list(number, 0, 2)],
  ]);
  return list(of, least, most);
}

const words = ["new", "paid", "open", "late", "a-b", "done"];

/** A value of this sketch. */
export function randomValue(chance: Chance, sketch: Sketch): Json {
  switch (sketch.kind) {
    case "text":
      return chance.pick(sketch.of ?? [...words, "x", "", "7"]);
    case "number":
      return chance.often(0.9) ? chance.between(0, 9) : chance.pick([10, 42, 2.5]);
    case "boolean":
      return chance.often(0.5);
    case "null":
      return null;
    case "any":
      return chance.pick<Json>([1, "x", null, true, [], { id: 1 }]);
    case "list":
      return Array.from({ length: chance.between(sketch.least, sketch.most) }, () =>
        randomValue(chance, sketch.of),
      );
    case "tuple":
      return sketch.of.map((each) => randomValue(chance, each));
    case "either":
      return randomValue(chance, chance.pick(sketch.of));
    case "record": {
      const present = Object.entries(sketch.fields).filter(([, { sure }]) => sure || chance.often(0.6));
      return Object.fromEntries(present.map(([name, field]) => [name, randomValue(chance, field.sketch)]));
    }
  }
}

/** JSON Schema of every value that {@link randomValue} can give. */
export function schemaOf(sketch: Sketch): Readonly<Record<string, Json>> {
  switch (sketch.kind) {
    case "text":
      return { type: "string", ...(sketch.of !== undefined && { enum: sketch.of }) };
    case "any":
      return {};
    case "list":
      return { type: "array", items: schemaOf(sketch.of), minItems: sketch.least, maxItems: sketch.most };
    case "tuple":
      return {
        type: "array",
        prefixItems: sketch.of.map(schemaOf),
        minItems: sketch.of.length,
        maxItems: sketch.of.length,
      };
    case "either":
      return { anyOf: sketch.of.map(schemaOf) };
    case "record": {
      const fields = Object.entries(sketch.fields);
      return {
        type: "object",
        properties: Object.fromEntries(fields.map(([name, field]) => [name, schemaOf(field.sketch)])),
        required: fields.filter(([, { sure }]) => sure).map(([name]) => name),
        additionalProperties: false,
      };
    }
    default:
      return { type: sketch.kind };
  }
}

/** What is believed where two ways meet: a field of one way only may be missing. */
export function joined(left: Sketch, right: Sketch): Sketch {
  if (left === right || right.kind === "any") return right;
  if (left.kind === "any") return left;
  if (left.kind === "record" && right.kind === "record") {
    const names = new Set([...Object.keys(left.fields), ...Object.keys(right.fields)]);
    const fields = [...names].map((name) => {
      const one = left.fields[name];
      const other = right.fields[name];
      const sketch =
        one === undefined || other === undefined ? (one ?? other)?.sketch : joined(one.sketch, other.sketch);
      return [
        name,
        { sketch: sketch ?? anything, sure: one?.sure === true && other?.sure === true },
      ] as const;
    });
    return { kind: "record", fields: Object.fromEntries(fields) };
  }
  if (left.kind === "list" && right.kind === "list") {
    const least = Math.min(left.least, right.least);
    return list(joined(left.of, right.of), least, Math.max(left.most, right.most));
  }
  return left.kind === right.kind && left.kind !== "tuple" && left.kind !== "either"
    ? ({ kind: left.kind } as Sketch)
    : anything;
}

/** The same record with one more field. */
export function withField(whole: Sketch, name: string, sketch: Sketch): Sketch {
  if (whole.kind !== "record") return whole;
  return { kind: "record", fields: { ...whole.fields, [name]: { sketch, sure: true } } };
}

/** A way into a value. */
export interface Way {
  readonly steps: readonly (string | number)[];
  readonly sketch: Sketch;
  readonly sure: boolean;
}

/** The ways into a value, itself first. */
export function waysInto(sketch: Sketch, depth = 3, sure = true): readonly Way[] {
  const here: Way = { steps: [], sketch, sure };
  if (depth === 0) return [here];
  const inner = (step: string | number, into: Sketch, certain: boolean): readonly Way[] =>
    waysInto(into, depth - 1, sure && certain).map((way) => ({ ...way, steps: [step, ...way.steps] }));
  switch (sketch.kind) {
    case "record":
      return [
        here,
        ...Object.entries(sketch.fields).flatMap(([name, field]) => inner(name, field.sketch, field.sure)),
      ];
    case "list":
      return [here, ...inner(0, sketch.of, sketch.least > 0)];
    case "tuple":
      return [here, ...sketch.of.flatMap((each, index) => inner(index, each, true))];
    case "either":
      return [here, ...sketch.of.flatMap((each) => waysInto(each, depth, false).slice(1))];
    default:
      return [here];
  }
}
