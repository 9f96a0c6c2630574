import { numberShape, objectShape, stringShape, unionShape, unknownShape } from "@statewright/json-types";
import jsonata from "jsonata";
import { describe, expect, test } from "vitest";
import { inferJsonata } from "../infer.ts";
import { parseJsonata } from "../jsonata/parse.ts";

// Arguments that functions take by their types and refuse by their values. Each is refused by JSONata itself too, and
// has a twin that neither refuses.

const input = objectShape({
  text: stringShape(),
  any: unknownShape,
  id: stringShape({ value: "A-1" }),
  either: unionShape(stringShape({ value: "A-1" }), stringShape({ value: "12" })),
  note: { shape: stringShape({ value: "A-1" }), optional: true },
  count: numberShape(),
});

function findings(text: string) {
  const { expression, problems } = parseJsonata(text);
  expect(problems).toEqual([]);
  const states = objectShape({ input });
  return inferJsonata(expression, { variable: (name) => (name === "states" ? states : undefined) }).findings;
}

async function fails(text: string): Promise<boolean> {
  const expression = jsonata(text);
  expression.registerFunction("parse", JSON.parse, "<s:x>");
  return expression.evaluate({}).then(
    () => false,
    () => true,
  );
}

describe.each([
  ["$number('abc')", "$number('0x1F')", "D3030", "'abc'"],
  ["$number('')", "$number('-1e3')", "D3030", "''"],
  ["1 + $number('1,5')", "1 + $number('1.5')", "D3030", "'1,5'"],
  ["$floor($number('x'))", "$floor($number('1'))", "D3030", "'x'"],
  ["$toMillis('tomorrow')", "$toMillis('2026-01-01T00:00:00Z')", "D3110", "'tomorrow'"],
  ["$toMillis('1/2/2026')", "$toMillis('1/2/2026', '[D]/[M]/[Y]')", "D3110", "'1/2/2026'"],
  ["$parse('{broken')", "$parse('{}')", "", "'{broken'"],
  ["$assert(false, 'no')", "$assert(true, 'no')", "D3141", "false"],
  ["$sqrt(-1)", "$sqrt(1)", "D3060", "-1"],
  ["$power(10, 400)", "$power(10, 4)", "D3061", "400"],
  ["$power(0, -1)", "$power(2, -1)", "D3061", "-1"],
  ["$formatBase(5, 40)", "$formatBase(5, 36)", "D3100", "40"],
  ["$formatNumber(1, '0;0;0')", "$formatNumber(1, '0;0')", "D3080", "'0;0;0'"],
  ["$split('a', ',', -1)", "$split('a', ',', 1)", "D3020", "-1"],
  ["$match('a', /a/, -1)", "$match('a', /a/, 1)", "D3040", "-1"],
  ["$replace('a', '', 'b')", "$replace('a', 'a', 'b')", "D3010", "''"],
  ["$replace('a', 'a', 'b', -1)", "$replace('a', 'a', 'b', 1)", "D3011", "-1"],
  ["$decodeUrlComponent('%')", "$decodeUrlComponent('%20')", "D3140", "'%'"],
])("%s", (failing, twin, code, refused) => {
  test("is refused for certain, at its argument", async () => {
    const [finding, ...others] = findings(failing);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: "wrong-type", code, certain: true });
    expect(failing.slice(finding?.span.start, finding?.span.end)).toBe(refused);
    expect(await fails(failing)).toBe(true);
  });

  test(`${twin} is not`, async () => {
    expect(findings(twin)).toEqual([]);
    expect(await fails(twin)).toBe(false);
  });
});

describe("by what is known of the data", () => {
  test("one text that is no number", () => {
    expect(findings("$number($states.input.id)")).toMatchObject([{ code: "D3030", certain: true }]);
  });

  test.each([
    "$number($states.input.text)",
    "$number($states.input.any)",
    "$number($states.input.either)",
    "$number($states.input.note)",
    "$split($states.input.any, ',', -1)",
    "$power($states.input.count, 400)",
    "$map(['1', '2'], $number)",
    "$map(['a', '2'], function($v) { $number($v) })",
  ])("%s may be fine", (text) => {
    expect(findings(text)).toEqual([]);
  });

  test("what is evaluated only sometimes is not certain", () => {
    expect(findings("$states.input.count > 1 ? $number('abc') : 0")).toMatchObject([{ certain: false }]);
  });
});
