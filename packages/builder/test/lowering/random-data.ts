import type { JsonObject, JsonSchema } from "@statewright/json-types";

/** Random data of a fixed schema. Everything comes from a seed. */

export interface Random {
  /** A whole number below `limit`. */
  below(limit: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (choices) => choices[below(choices.length)] ?? choices[0] };
}

const integer = { type: "integer" };
const float = { type: "number" };
const string = { type: "string" };
const boolean = { type: "boolean" };
const nothing = { type: "null" };

const array = (items: JsonObject): JsonObject => ({ type: "array", items });
const either = (...anyOf: JsonObject[]): JsonObject => ({ anyOf });

function object(properties: Readonly<Record<string, JsonObject>>, ...optional: string[]): JsonObject {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required, additionalProperties: false };
}

const line = object(
  {
    article: string,
    pieces: integer,
    price: float,
    remark: string,
    labels: array(string),
    sizes: array(array(integer)),
  },
  "remark",
);

/** The input of every program. `anything` can be everything. */
export const inputSchema: JsonSchema & JsonObject = object(
  {
    amount: integer,
    limit: integer,
    weight: float,
    name: string,
    city: string,
    paid: boolean,
    urgent: boolean,
    retries: integer,
    rank: either(integer, nothing),
    remark: string,
    extra: object({ p: integer }),
    marks: array(integer),
    code: either(integer, string, nothing),
    anything: {},
    counts: array(integer),
    rates: array(float),
    tags: array(string),
    table: array(array(integer)),
    groups: array(array(string)),
    lines: array(line),
    stock: { type: "object", additionalProperties: integer },
    order: object(
      {
        key: string,
        sum: float,
        discount: either(string, nothing),
        voucher: string,
        "odd name-2": integer,
        and: integer,
      },
      "voucher",
    ),
    parcel: either(object({ a: object({ b: integer }, "b") }, "a"), nothing),
  },
  "retries",
  "remark",
  "extra",
  "marks",
  "anything",
  "parcel",
);

const words = ["", "a", "b", "ab", "X", "0", " a ", "aXb", "a,b", "é", "x  y", "'", '"', "\\"] as const;
const anything = [
  1,
  0,
  "",
  "a",
  null,
  true,
  false,
  [],
  [1],
  [[1]],
  [0],
  {},
  { b: 1 },
  ["x"],
  [[]],
  [{}],
] as const;

/** A value of a schema, as these tests write schemas. */
export function value(schema: JsonObject, from: Random): unknown {
  if (Array.isArray(schema.anyOf)) return value(schema.anyOf[from.below(schema.anyOf.length)] ?? {}, from);
  switch (schema.type) {
    case "integer":
      return from.below(14) - 4;
    case "number":
      return from.pick([0.5, 1.25, -2.5, 3, 0.75, 1.5, 2, -0.5]);
    case "string":
      return from.pick(words);
    case "boolean":
      return from.below(2) === 0;
    case "null":
      return null;
    case "array":
      return Array.from({ length: from.pick([0, 1, 1, 2, 3, 4]) }, () =>
        value(schema.items as JsonObject, from),
      );
    case "object":
      return objectOf(schema, from);
    default:
      return structuredClone(from.pick(anything));
  }
}

function objectOf(schema: JsonObject, from: Random): unknown {
  const result: Record<string, unknown> = {};
  const required = (schema.required ?? []) as readonly string[];
  for (const [name, field] of Object.entries((schema.properties ?? {}) as Record<string, JsonObject>)) {
    if (required.includes(name) || from.below(10) < 6) result[name] = value(field, from);
  }
  if (typeof schema.additionalProperties === "object") {
    for (const name of ["k1", "k2", "a"]) {
      if (from.below(2) === 0) result[name] = value(schema.additionalProperties as JsonObject, from);
    }
  }
  return result;
}
