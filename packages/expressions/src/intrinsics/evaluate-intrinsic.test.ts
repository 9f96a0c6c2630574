import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { evaluateIntrinsic, type IntrinsicEvaluation } from "./evaluate-intrinsic.ts";
import { intrinsicFunction, intrinsicNames } from "./intrinsic-function.ts";
import { parseIntrinsic } from "./parse-intrinsic.ts";

function call(text: string, document: Json = {}, random = () => 0.5): IntrinsicEvaluation {
  const parse = parseIntrinsic(text);
  if (parse.call === undefined) throw new Error(JSON.stringify(parse.problems));
  return evaluateIntrinsic(parse.call, {
    document,
    context: () => ({ a: 1 }),
    variable: () => undefined,
    random,
  });
}

describe("the examples of the table", () => {
  test.each(intrinsicNames.flatMap((name) => intrinsicFunction(name)?.examples ?? []))(
    "%s on %j is %j",
    (text, input, value) => {
      expect(call(text, input)).toEqual({ ok: true, value });
    },
  );
});

describe("the oddities that were recorded (R-INTR-05)", () => {
  test.each<[string, Json, Json]>([
    ["States.Format('{}', $.o)", { o: { Arg1: 1, Arg2: [] } }, "{Arg1=1, Arg2=[]}"],
    ["States.Format('{}', $.o)", { o: [{ a: ["x", null] }] }, "[{a=[x, null]}]"],
    ["States.Format($.t, 1, 'b')", { t: "{} and {}" }, "1 and b"],
    ["States.Format('\\{}{}\\'\\\\', 1)", {}, "{}1'\\"],
    ["States.MathAdd(-0.5, 0.5)", {}, 1],
    ["States.MathAdd(-2.5, 0)", {}, -2],
    ["States.MathAdd(2.5, 0)", {}, 3],
    ["States.StringSplit('a', '')", {}, ["a"]],
    ["States.StringSplit(',,,,', ',')", {}, []],
    ["States.ArrayContains($.a, $.v)", { a: [{ x: 1, y: [] }], v: { y: [], x: 1 } }, true],
    ["States.ArrayContains($.a, '1')", { a: [1] }, false],
    [
      "States.ArrayUnique($.a)",
      { a: [[1], [1], { a: 1, b: 2 }, { b: 2, a: 1 }, null, null] },
      [[1], { a: 1, b: 2 }, null],
    ],
    ["States.ArrayRange(9, 1, -4)", {}, [9, 5, 1]],
    ["States.ArrayRange(5, 1, 1)", {}, []],
    ["States.Base64Encode('é€')", {}, "w6nigqw="],
    ["States.Base64Decode('w6nigqw')", {}, "é€"],
    [
      "States.JsonMerge($.a, $.b, false)",
      { a: JSON.parse('{"__proto__":1}'), b: { c: 2 } },
      JSON.parse('{"__proto__":1,"c":2}'),
    ],
    ["States.ArrayLength($.a[*])", {}, 0],
    ["States.Hash($.o, 'MD5')", { o: { a: 1 } }, "bb6cb5c68df4652941caf652a366f2d8"],
  ])("%s on %j", (text, input, value) => {
    expect(call(text, input)).toEqual({ ok: true, value });
  });

  test("random numbers are handed in; the start is included, the end is not; a seed fixes the number", () => {
    const draw = (random: number) => call("States.MathRandom(3, 7)", {}, () => random);
    expect(draw(0)).toEqual({ ok: true, value: 3 });
    expect(draw(0.999)).toEqual({ ok: true, value: 6 });
    const seeded = "States.MathRandom(0, 999, 3)";
    expect(call(seeded, {}, () => 0.1)).toEqual(call(seeded, {}, () => 0.9));
    expect(call("States.UUID()")).toMatchObject({
      value: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
    });
  });
});

describe("what fails when it runs", () => {
  test.each([
    ["States.Format('{} {}', 1)", "The template has 2 occurrences of {}, and there are 1 values for them."],
    ["States.StringToJson('{')", "The text is not valid JSON."],
    ["States.StringToJson(1)", "Argument 1 must be a string."],
    ["States.ArrayPartition($.a, 0)", "The size of the parts must be a positive number."],
    ["States.ArrayRange(1, 5, 0)", "The step must not be 0."],
    ["States.ArrayRange(1, 1000, 1)", undefined],
    ["States.ArrayRange(0, 1001, 1)", "The range has 1002 items, and at most 1000 are allowed."],
    ["States.ArrayGetItem($.a, 2)", "The index 2 is outside the array of 2 items."],
    ["States.ArrayGetItem($.a, -1)", "The index -1 is outside the array of 2 items."],
    ["States.ArrayLength($.t)", "Argument 1 must be an array."],
    ["States.Base64Decode('a')", "The text is not valid Base64."],
    ["States.Base64Encode($.t)", "The text has 10001 characters, and at most 10000 are allowed."],
    ["States.Hash($.t, 'MD5')", "The text has 10001 characters, and at most 10000 are allowed."],
    ["States.Hash('a', 'toString')", "There is no hash algorithm toString."],
    ["States.JsonMerge($, $, true)", "Deep merging is not supported: the third argument must be false."],
    ["States.MathRandom(2, 2)", "The start must be less than the end."],
    ["States.MathAdd(2147483647, 1)", "2147483648 is outside the range of 32-bit integers."],
    ["States.JsonMerge($)", "The number of arguments is wrong."],
    ["States.Unknown()", "There is no intrinsic function States.Unknown."],
  ])("%s", (text, what) => {
    const result = call(text, { a: [1, 2], t: "x".repeat(10_001) });
    if (what === undefined) expect(result).toMatchObject({ ok: true });
    else expect(result).toEqual({ ok: false, failure: { kind: "invalid", what } });
  });

  test("an argument that leads nowhere", () => {
    expect(call("States.Format('{}', States.Array($.no))")).toMatchObject({
      ok: false,
      failure: { kind: "missing", path: { text: "$.no" }, step: 0 },
    });
  });

  test("what is not known is not guessed; what takes too much ends", () => {
    expect(call("States.Format('\\n')")).toMatchObject({ failure: { kind: "unsupported" } });
    expect(call("States.Base64Decode('/w==')")).toMatchObject({ failure: { kind: "unsupported" } });
    const holes = `States.Format('${"{}".repeat(200)}'${", $.t".repeat(200)})`;
    expect(call(holes, { t: "x".repeat(100_000) })).toMatchObject({ failure: { kind: "budget" } });
    let deep: Json = 1;
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    for (const text of [
      "JsonToString($)",
      "Format('{}', $)",
      "Hash($, 'MD5')",
      "ArrayContains($, $)",
      "ArrayUnique($)",
    ]) {
      expect(call(`States.${text}`, deep)).toMatchObject({ failure: { kind: "budget" } });
    }
  });
});
