import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contextTime, isoTime, parseTimestamp } from "./iso-time.ts";
import { acceptJson, deepestJson, setMember, writeJson } from "./json-text.ts";
import { hashText, seededRandom, uuidOf } from "./seeded-random.ts";

function nested(levels: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

describe("text of a value", () => {
  test("bytes are those of UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(writeJson(text)?.bytes).toBe(Buffer.byteLength(JSON.stringify(text)));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test("what is nested too deep has no text, and is not accepted", () => {
    expect(acceptJson(nested(deepestJson)).ok).toBe(true);
    expect(acceptJson(nested(deepestJson + 1))).toEqual({
      ok: false,
      problem: "it is nested deeper than 1000 levels",
    });
    expect(acceptJson(nested(1_000_000)).ok).toBe(false);
    expect(acceptJson("[".repeat(5000)).ok).toBe(true);
  });

  test("what is accepted is a copy as JSON has it", () => {
    const date = new Date(0);
    expect(acceptJson({ date, gone: undefined, list: [undefined] })).toEqual({
      ok: true,
      value: { date: "1970-01-01T00:00:00.000Z", list: [null] },
    });
    expect(acceptJson(undefined)).toEqual({ ok: true, value: null });
    expect(acceptJson(1n).ok).toBe(false);
  });

  test("a member named __proto__ is a member", () => {
    const target = {};
    setMember(target, "__proto__", 1);
    expect(JSON.stringify(target)).toBe('{"__proto__":1}');
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
  });
});

describe("times", () => {
  test("the context object cuts zeros at the end of the fraction (R-CTX-07)", () => {
    expect([0, 1, 10, 100, 120].map((ms) => contextTime(ms).slice(17))).toEqual([
      "00Z",
      "00.001Z",
      "00.01Z",
      "00.1Z",
      "00.12Z",
    ]);
    expect(isoTime(0)).toBe("1970-01-01T00:00:00.000Z");
  });

  test.each([
    ["2016-03-14T01:59:00Z", "2016-03-14T01:59:00.000Z"],
    ["2016-03-14T01:59:00.123456789Z", "2016-03-14T01:59:00.123Z"],
    ["2016-03-14T01:59:00-05:30", "2016-03-14T07:29:00.000Z"],
    ["2020-02-29T00:00:00Z", "2020-02-29T00:00:00.000Z"],
  ])("%s is read (R-WAIT-04)", (text, expected) => {
    expect(isoTime(parseTimestamp(text) ?? Number.NaN)).toBe(expected);
  });

  test.each([
    "2016-03-14T01:59:00",
    "2016-03-14 01:59:00Z",
    "2016-03-14t01:59:00z",
    "2016-02-30T00:00:00Z",
    "2016-03-14T24:00:00Z",
    "2016-13-01T00:00:00Z",
    "2016-03-14T01:59Z",
    "2016-03-14T01:59:00+19:00",
    "",
  ])("%s is not (R-WAIT-02)", (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });
});

test("random numbers spread evenly and depend on seed and draw only", () => {
  const draws = Array.from({ length: 10_000 }, (_, draw) => seededRandom(42, draw));
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draws)).toBeLessThan(1);
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  expect(mean).toBeGreaterThan(0.48);
  expect(mean).toBeLessThan(0.52);
  expect(seededRandom(42, 3)).toBe(draws[3]);
  expect(seededRandom(43, 3)).not.toBe(draws[3]);
  expect(hashText("a")).not.toBe(hashText("b"));
  expect(uuidOf("a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});
