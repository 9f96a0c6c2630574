import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { evaluatePayloadTemplate } from "./evaluate-payload-template.ts";
import { parsePayloadTemplate } from "./parse-payload-template.ts";

function evaluate(template: Json, document: Json) {
  const parse = parsePayloadTemplate(template);
  if (parse.template === undefined) throw new Error(JSON.stringify(parse.problems));
  return evaluatePayloadTemplate(parse.template, {
    document,
    context: () => ({ State: { Name: "S" } }),
    variable: () => undefined,
    random: () => 0,
  });
}

describe("a payload template (R-JP-06, R-JP-07)", () => {
  test("evaluates the members whose names end in `.$`, at any depth, also in arrays of objects", () => {
    const template = {
      "id.$": "$.id",
      list: [{ "n.$": "States.MathAdd($.id, 1)" }, "$.id", 3],
      deep: { "state.$": "$$.State.Name", text: "$.id" },
      __proto__x: null,
    };
    expect(evaluate(template, { id: 7 })).toEqual({
      ok: true,
      value: { id: 7, list: [{ n: 8 }, "$.id", 3], deep: { state: "S", text: "$.id" }, __proto__x: null },
    });
  });

  test("what is constant stays the same value", () => {
    const template = { a: [1, { b: "$.c" }] };
    expect(evaluate(template, {})).toEqual({ ok: true, value: template });
    const result = evaluate(template, {});
    expect(result.ok && result.value === template).toBe(true);
  });

  test("`__proto__` is a name like any other", () => {
    const result = evaluate(JSON.parse('{"__proto__.$":"$.x"}'), { x: 1 });
    expect(result.ok && JSON.stringify(result.value)).toBe('{"__proto__":1}');
  });

  test("names the member that has no value, and the whole call", () => {
    expect(evaluate({ a: { "b.$": "$.no" } }, {})).toMatchObject({
      ok: false,
      failure: { kind: "missing", field: "b.$", text: "$.no", source: "path" },
    });
    expect(evaluate({ "b.$": "States.Format('{}', $.no)" }, {})).toMatchObject({
      failure: { kind: "missing", field: "b.$", text: "States.Format('{}', $.no)", source: "call" },
    });
  });

  test.each<[Json, (string | number)[]]>([
    [{ "a.$": 1 }, ["a.$"]],
    [{ "a.$": "x" }, ["a.$"]],
    [{ x: [{ "a.$": "States.Nope()" }] }, ["x", 0, "a.$"]],
    [{ a: 1, "a.$": "$" }, ["a.$"]],
  ])("%j is refused", (template, path) => {
    const { template: none, problems } = parsePayloadTemplate(template);
    expect(none).toBeUndefined();
    expect(problems).toMatchObject([{ path }]);
  });

  test("nesting is bounded", () => {
    let deep: Json = 1;
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(parsePayloadTemplate(deep).template).toBeUndefined();
  });
});
