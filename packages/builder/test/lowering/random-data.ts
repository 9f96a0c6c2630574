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
    note: either(string, nothing),
    scores: either(array(integer), nothing),
    mixed: array(either(integer, string, nothing)),
    deep: array(array(array(integer))),
    parcel: either(object({ a: object({ b: integer }, "b") }, "a"), nothing),
  },
  "retries",
  "remark",
  "extra",
  "marks",
  "anything",
  "parcel",
  "note",
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

const emoji = ["😀", "a😀b", "👍🏽 a", "x😀", "😀😀,😀", "a𝒳", "cost $& or $1"] as const;
const longIntegers = [
  1_234_567_890_123_456, 9_007_199_254_740_991, 999_999_999_999_999, 1_000_000_000_000_001, 1e20, -1e16,
] as const;
const longNumbers = [
  0.1 + 0.2,
  1 / 3,
  123_456.789_012_345_6,
  1e21,
  1e-7,
  5e-324,
  -2 / 3,
  4.35,
  1.005,
  0.123_456_789_012_345,
] as const;

/** What of the data is out of the ordinary: characters beyond the first plane, numbers of more than 15 digits. */
export interface Oddities {
  readonly emoji?: boolean;
  readonly digits?: boolean;
}

/** A value of a schema, as these tests write schemas. */
export function value(schema: JsonObject, from: Random, odd: Oddities = {}): unknown {
  if (Array.isArray(schema.anyOf))
    return value(schema.anyOf[from.below(schema.anyOf.length)] ?? {}, from, odd);
  switch (schema.type) {
    case "integer":
      if (odd.digits && from.below(3) === 0) return from.pick(longIntegers);
      return odd.digits && from.below(9) === 0 ? -0 : from.below(14) - 4;
    case "number":
      if (odd.digits && from.below(2) === 0) return from.pick(longNumbers);
      return from.pick([0.5, 1.25, -2.5, 3, 0.75, 1.5, 2, -0.5]);
    case "string":
      return odd.emoji && from.below(3) === 0 ? from.pick(emoji) : from.pick(words);
    case "boolean":
      return from.below(2) === 0;
    case "null":
      return null;
    case "array":
      return Array.from({ length: from.pick([0, 1, 1, 2, 3, 4]) }, () =>
        value(schema.items as JsonObject, from, odd),
      );
    case "object":
      return objectOf(schema, from, odd);
    default:
      return structuredClone(from.pick(anything));
  }
}

function objectOf(schema: JsonObject, from: Random, odd: Oddities): unknown {
  const result: Record<string, unknown> = {};
  const required = (schema.required ?? []) as readonly string[];
  for (const [name, field] of Object.entries((schema.properties ?? {}) as Record<string, JsonObject>)) {
    if (required.includes(name) || from.below(10) < 6) result[name] = value(field, from, odd);
  }
  if (typeof schema.additionalProperties === "object") {
    for (const name of ["k1", "k2", "a"]) {
      if (from.below(2) === 0) result[name] = value(schema.additionalProperties as JsonObject, from, odd);
    }
  }
  return result;
}
