import { describe, expect, test } from "vitest";
import { fieldOf, type JsonSchema, mismatches, printShape, shapeFromSchema } from "./index.ts";

const printed = (schema: JsonSchema, closed = true) => printShape(shapeFromSchema(schema, { closed }));

describe("a JSON Schema becomes a shape", () => {
  test("an object with required and optional fields", () => {
    const order = {
      type: "object",
      properties: { id: { type: "string" }, note: { type: "string" }, n: { type: "integer", minimum: 0 } },
      required: ["id", "n"],
    };
    expect(printed(order)).toBe("{ id: string, note?: string, n: number }");
    expect(printed(order, false)).toBe("{ id: string, note?: string, n: number, … }");
  });
  test("alternatives, literals and null", () => {
    expect(printed({ enum: ["a", "b", null] })).toBe('"a" | "b" | null');
    expect(printed({ anyOf: [{ type: "string" }, { type: "null" }] })).toBe("string | null");
    expect(printed({ type: ["string", "null"] })).toBe("string | null");
    expect(printed({ const: 3 })).toBe("3");
  });
  test("arrays, tuples and maps", () => {
    expect(printed({ type: "array", items: { type: "number" } })).toBe("number[]");
    const tuple = {
      type: "array",
      prefixItems: [{ type: "string" }, { type: "number" }],
      items: false,
      minItems: 2,
    };
    expect(printed(tuple)).toBe("[string, number]");
    expect(printed({ type: "object", additionalProperties: { type: "number" } })).toBe("{ [key]: number }");
  });
  test("all of several schemas", () => {
    const both = {
      allOf: [
        { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
        { type: "object", properties: { b: { type: "number" } }, required: ["b"] },
      ],
    };
    expect(printed(both, false)).toBe("{ a: string, b: number, … }");
    expect(printed(both)).toBe("{ a: string, b: number }");
    const open = { allOf: [...both.allOf, { type: "object", additionalProperties: {} }] };
    expect(printed(open)).toBe("{ a: string, b: number, … }");
  });
  test("alternatives that share fields", () => {
    const shared = {
      type: "object",
      properties: { kind: { enum: ["a", "b"] } },
      required: ["kind"],
      oneOf: [
        { properties: { kind: { const: "a" }, n: { type: "number" } }, required: ["n"] },
        { properties: { kind: { const: "b" } } },
      ],
    };
    expect(printed(shared)).toBe('{ kind: "a", n: number } | { kind: "b" }');
  });
  test("references, and unknown where a schema holds itself", () => {
    const tree = {
      $ref: "#/$defs/tree",
      $defs: {
        tree: {
          type: "object",
          properties: { next: { $ref: "#/$defs/tree" }, v: { type: "number" } },
          required: ["v"],
        },
      },
    };
    expect(printed(tree)).toBe("{ next?: unknown, v: number }");
  });
  test("what a shape cannot say makes it wider", () => {
    expect(printed({ type: "string", pattern: "^a" })).toBe("string");
    expect(printed({ not: { type: "string" } })).toBe("unknown");
    expect(printed({ $ref: "https://example.com/other.json" })).toBe("unknown");
  });
  test("names of a prototype are names like any other", () => {
    const schema = JSON.parse(
      '{"type":"object","properties":{"__proto__":{"type":"string"}},"required":["__proto__"]}',
    );
    expect(fieldOf(shapeFromSchema(schema), "__proto__")).toEqual({ kind: "string" });
    expect(fieldOf(shapeFromSchema(schema, { closed: true }), "toString")).toEqual({ kind: "missing" });
  });
  test("a schema that is nested without end, and one that refers to itself, end", () => {
    let deep: JsonSchema = { type: "string" };
    for (let depth = 0; depth < 10_000; depth += 1) deep = { type: "array", items: deep };
    expect(printed(deep).length).toBeLessThan(200);
    expect(printed({ $ref: "#" })).toBe("unknown");
    expect(printed({ $ref: "#/$defs/%FF" })).toBe("unknown");
    expect(printed({ $ref: "#/toString" })).toBe("unknown");
  });
});

test("a mismatch names the smallest place", () => {
  const shape = shapeFromSchema({
    type: "object",
    properties: {
      items: {
        type: "array",
        items: { type: "object", properties: { n: { type: "number" } }, required: ["n"] },
      },
    },
    required: ["items"],
  });
  expect(mismatches(shape, { items: [{ n: 1 }, { n: "x" }, {}] })).toEqual([
    { pointer: "/items/1/n", expected: { kind: "number" }, found: "x" },
    { pointer: "/items/2/n", expected: { kind: "number" }, found: undefined },
  ]);
});
