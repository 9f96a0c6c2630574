import fc from "fast-check";
import { expect, test } from "vitest";
import { acceptJson, deepestJson, jsonText, writeJson } from "./json-text.ts";

const long = "x".repeat(600);

test.each([
  ["a date", { at: new Date(0), long }],
  ["members that are undefined or functions", { a: undefined, b: () => 1, long }],
  ["numbers that JSON lacks", { nan: Number.NaN, most: Number.POSITIVE_INFINITY, zero: -0, long }],
  ["holes", { list: Object.assign(new Array(3), { 0: 1 }), long }],
  ["an array with a way of its own", { list: Object.assign([1], { toJSON: () => "list" }), long }],
  ["a class", { url: new URL("https://example.org/"), long }],
  ["a member named like the prototype", JSON.parse(`{"__proto__": {"a": 1}, "long": "${long}"}`)],
])("%s comes in as its JSON text says", (_, value) => {
  const accepted = acceptJson(value);
  const text = JSON.stringify(value);
  expect(accepted.ok && accepted.value).toEqual(JSON.parse(text));
  expect(accepted.ok && jsonText(accepted.value)).toBe(text);
});

test("any JSON comes in as a copy, with its text and size", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.boolean(), (inner, large) => {
      const value = large ? { inner, long, more: "ü😀" } : { inner };
      const text = JSON.stringify(value);
      const accepted = acceptJson(value);
      if (!accepted.ok) throw new Error(accepted.problem);
      expect(accepted.value).not.toBe(value);
      expect(JSON.stringify(accepted.value)).toBe(text);
      expect(writeJson(accepted.value)).toEqual({ text, bytes: Buffer.byteLength(text) });
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("a value is accepted down to the deepest level, and refused below", () => {
  const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);
  expect(acceptJson(nested(deepestJson)).ok).toBe(true);
  expect(acceptJson(nested(deepestJson + 1)).ok).toBe(false);
  expect(acceptJson(nested(100_000)).ok).toBe(false);
});
