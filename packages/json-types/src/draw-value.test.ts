import { expect, test } from "vitest";
import { drawValue, includes, type Json, type JsonSchema, shapeFromSchema, smallerValues } from "./index.ts";

// Values are drawn from shapes for tests of machines; a failing one is made smaller step by step.

const schemas: readonly JsonSchema[] = [
  { type: "integer", minimum: 3, maximum: 3.5 },
  { type: "number", minimum: 0.1, maximum: 0.2 },
  { type: ["string", "null"], maxLength: 2 },
  { enum: ["a", 1, null, { b: [true] }] },
  { type: "array", items: { type: "boolean" }, minItems: 2, maxItems: 3 },
  { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: { type: "null" } },
  { type: "object", properties: { a: { type: "number" }, b: { type: "string" } }, required: ["a"] },
  { type: "object", additionalProperties: { type: "integer" } },
  {
    $ref: "#/$defs/tree",
    $defs: { tree: { type: "object", properties: { next: { $ref: "#/$defs/tree" } } } },
  },
];

function stream(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test("a drawn value is in its shape, and the same numbers draw the same value", () => {
  for (const schema of schemas) {
    const shape = shapeFromSchema(schema, { closed: true });
    for (let seed = 1; seed <= 200; seed += 1) {
      const value = drawValue(shape, stream(seed));
      expect(includes(shape, value), JSON.stringify([schema, value])).toBe(true);
      expect(drawValue(shape, stream(seed))).toEqual(value);
    }
  }
});

test("edges are drawn: an empty array, an absent field, null, a text that is not ASCII", () => {
  const schema = {
    type: "object",
    required: ["list", "text"],
    properties: {
      list: { type: "array", items: { type: "integer" } },
      text: { type: ["string", "null"] },
      may: { type: "integer" },
    },
  };
  const shape = shapeFromSchema(schema, { closed: true });
  const drawn = Array.from({ length: 200 }, (_, seed) => JSON.stringify(drawValue(shape, stream(seed + 1))));
  for (const part of ['"list":[]', '"text":null', "é"])
    expect(drawn.some((one) => one.includes(part))).toBe(true);
  expect(drawn.some((one) => !one.includes('"may"'))).toBe(true);
});

test("nothing is drawn of a shape without values", () => {
  expect(drawValue(shapeFromSchema(false), stream(1))).toBeUndefined();
});

test("making smaller ends, and reaches the least value that still has the property", () => {
  const fails = (value: Json): boolean => Array.isArray(value) && value.some((item) => Number(item) > 10);
  let value: Json = [4, 9000, "x", [1], 12];
  for (;;) {
    const next: Json | undefined = [...smallerValues(value)].find(fails);
    if (next === undefined) break;
    value = next;
  }
  expect(value).toEqual([11]);
});
