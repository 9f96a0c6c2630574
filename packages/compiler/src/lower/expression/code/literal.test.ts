import fc from "fast-check";
import jsonata from "jsonata";
import { describe, expect, test } from "vitest";
import { variable } from "./code.ts";
import { jsonLiteral, stringLiteral } from "./literal.ts";
import { step } from "./path.ts";

const options: fc.Parameters<[unknown]> = {
  seed: 20_261_121,
  numRuns: process.env.STATEWRIGHT_DEEP ? 20_000 : 500,
};

describe("literals mean what they say", () => {
  test("any JSON value, written out, evaluates to itself", async () => {
    const property = fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
      const shown = JSON.stringify(value);
      if (shown.includes("__proto__")) return;
      const found: unknown = await jsonata(jsonLiteral(JSON.parse(shown)).text).evaluate(undefined);
      expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(shown));
    });
    await fc.assert(property, options as fc.Parameters<[fc.JsonValue]>);
  });

  test("a text with quotes, backslashes, control characters and emoji", async () => {
    for (const text of ["it's", 'say "it\'s"', "a\\b", "\n\t\u0000\u2028", "😀", "{% x %}", "$", "{"]) {
      expect(await jsonata(stringLiteral(text).text).evaluate(undefined)).toBe(text);
    }
  });

  test("`${` never stands in the text, because a deployment tool would put a value there", async () => {
    const { text } = stringLiteral("costs ${a} and $${b}");
    expect(text).toBe("'costs $' & '{a} and $$' & '{b}'");
    expect(await jsonata(text).evaluate(undefined)).toBe("costs ${a} and $${b}");
  });
});

describe("a path reaches a field of any name", () => {
  test.each([
    ["total", "$x.total"],
    ["odd key-1", "$x.`odd key-1`"],
    ["and", "$x.`and`"],
    ["null", "$x.`null`"],
    ["1st", "$x.`1st`"],
    ["a`b", "$lookup($x, 'a`b')"],
    ["a${b}", "$lookup($x, 'a$' & '{b}')"],
  ])("%s", async (name, text) => {
    expect(step(variable("x"), name).text).toBe(text);
    expect(await jsonata(text).evaluate(undefined, { x: { [name]: 7 } })).toBe(7);
  });

  test("random names", async () => {
    const property = fc.asyncProperty(fc.string({ minLength: 1, unit: "grapheme" }), async (name) => {
      if (Object.hasOwn(Object.prototype, name)) return;
      const { text } = step(variable("x"), name);
      expect(await jsonata(text).evaluate(undefined, { x: { [name]: 7 } })).toBe(7);
    });
    await fc.assert(property, options as fc.Parameters<[string]>);
  });
});
