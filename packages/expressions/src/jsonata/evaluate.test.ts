import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { type Environment, type Evaluation, evaluateJsonata } from "./evaluate.ts";
import { parseJsonata } from "./parse.ts";

function evaluate(text: string, input?: Json, more: Partial<Environment> = {}): Evaluation {
  const { expression, problems } = parseJsonata(text, { dialect: more.dialect ?? "aws" });
  expect(problems).toEqual([]);
  const states = { input: input ?? {} };
  return evaluateJsonata(expression, {
    variable: (name) => (name === "states" ? states : undefined),
    now: Date.parse("2026-01-01T00:00:00Z"),
    random: () => 0.25,
    ...more,
  });
}

function value(text: string, input?: Json): Json | undefined {
  const evaluated = evaluate(text, input);
  expect(evaluated).toMatchObject({ ok: true });
  return evaluated.ok ? evaluated.value : undefined;
}

function error(text: string, input?: Json, more?: Partial<Environment>): unknown {
  const evaluated = evaluate(text, input, more);
  return evaluated.ok ? evaluated : evaluated.error;
}

describe("results", () => {
  test("a missing value stays missing, null is a value (R-JA-16, R-JA-18)", () => {
    expect(value("$states.input.missing")).toBeUndefined();
    expect(value("$undefined")).toBeUndefined();
    expect(value("null")).toBeNull();
    expect(value("{'a': $states.input.missing, 'b': null}")).toEqual({ b: null });
  });

  test("a sequence of one is its item (R-JA-19)", () => {
    const orders = {
      items: [
        { status: "x", id: 1 },
        { status: "y", id: 2 },
      ],
    };
    expect(value("$states.input.items[status='x']", orders)).toEqual({ status: "x", id: 1 });
    expect(value("[$states.input.items[status='x']]", orders)).toEqual([{ status: "x", id: 1 }]);
    expect(value("$states.input.items[status='x'][]", orders)).toEqual([{ status: "x", id: 1 }]);
    expect(value("$range(1, 9, 9)")).toBe(1);
  });

  test("are plain frozen JSON, whatever marks sequences have", () => {
    const result = value("{'a': $map([1, 2], function($v) { [$v] }), 'b': [1..3]}") as { a: Json; b: Json };
    expect(Object.getOwnPropertyNames(result.b)).toEqual(["0", "1", "2", "length"]);
    expect(Object.isFrozen(result)).toBe(true);
    expect(Object.isFrozen(result.a)).toBe(true);
  });

  test("a function cannot leave (R-JA-20)", () => {
    for (const text of ["$sum", "function() { 1 }", "{'f': $sum}", "{'f': /a/}", "$sum(?)"]) {
      expect(error(text)).toMatchObject({ kind: "unsupported-result" });
    }
  });

  test("a number that is not finite leaves as a string (R-JA-21), and cannot be counted with", () => {
    expect(value("1/0")).toBe("Infinity");
    expect(value("{'a': -1/0}")).toEqual({ a: "-Infinity" });
    expect(error("1/0 + 1")).toMatchObject({ code: "D1001", kind: "error" });
  });

  test("data that was frozen goes out as it came in", () => {
    const list = Object.freeze([Object.freeze({ a: 1 })]);
    expect(value("$states.input", list)).toBe(list);
  });
});

describe("errors have JSONata's code, words and place", () => {
  test.each([
    ["$sum('a')", "T0412", 'Argument 1 of function "sum" must be an array of "numbers"', "$sum('a')"],
    ["1 + 'a'", "T2002", 'The right side of the "+" operator must evaluate to a number', "1 + 'a'"],
    [
      "[1, 2 < 'a']",
      "T2009",
      'The values 2 and "a" either side of operator "<" must be of the same data type',
      "2 < 'a'",
    ],
    ["$nothing()", "T1006", "Attempted to invoke a non-function", "$nothing()"],
    ["$eval('1')", "T1006", "Attempted to invoke a non-function", "$eval('1')"],
    ["$randomSeeded(1)", "T1006", "Attempted to invoke a non-function", "$randomSeeded(1)"],
    ["$error('no')", "D3137", "no", "$error('no')"],
    ["$number('x')", "D3030", 'Unable to cast value to a number: "x"', "$number('x')"],
  ])("%s", (text, code, message, place) => {
    const start = text.indexOf(place);
    expect(error(text)).toEqual({ code, message, kind: "error", span: { start, end: start + place.length } });
  });
});

describe("the functions that Step Functions adds (rules 09)", () => {
  test.each([
    ["$partition([0], 5)", [[0]]],
    ["$partition([1, 2, 3, 4, 5], 2.9)", [[1, 2], [3, 4], [5]]],
    ["$exists($partition($states.input.missing, 2))", false],
    ["$range(0.9, 3.9, 1)", [0, 1, 2, 3]],
    ["$range(5, 1, -2)", [5, 3, 1]],
    ["$count($range(1, 200000, 1))", 200_000],
    ["$random(42)", 0.7275636800328681],
    ["$random()", 0.25],
    ["$hash('input data', 'SHA-1')", "aaff4a450a104cd177d28d18d74485e8cae074b7"],
    ["$hash('', 'MD5')", "d41d8cd98f00b204e9800998ecf8427e"],
    ["$hash('abc', 'SHA-256')", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["$uuid()", "44444444-4444-4444-8444-444444444444"],
    ["$parse('{\"a\": [1]}')", { a: [1] }],
    ["$parse('-0')", 0],
    ["$now()", "2026-01-01T00:00:00.000Z"],
    ["$millis()", 1_767_225_600_000],
    ["$pad('x', 2.9)", "x "],
  ] as const)("%s", (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  test.each([
    "$partition([1], 0)",
    "$partition([1], -1)",
    "$range(1, 2, 0)",
    "$hash('a', 'sha1')",
    "$parse('{')",
  ])("%s fails without a code", (text) => {
    const failed = error(text);
    expect(failed).toMatchObject({ kind: "error", message: expect.any(String) });
    expect(failed).not.toHaveProperty("code");
  });
});

describe("limits are counted (R-JA-22)", () => {
  test("memory", () => {
    expect(value("$count([1..873782])")).toBe(873_782);
    expect(error("$count([1..873783])")).toMatchObject({ kind: "budget" });
    expect(value("$length($pad('', 4194304))")).toBe(2 ** 22);
    expect(error("$pad('', 8388608)")).toMatchObject({ kind: "budget" });
  });

  test("nesting: a sum of 200 terms is too deep", () => {
    const sum = (terms: number): string => Array.from({ length: terms }, () => "1").join("+");
    expect(value(sum(199))).toBe(199);
    expect(error(sum(200))).toMatchObject({ kind: "budget" });
  });

  test("recursion without an end", () => {
    expect(error("($f := function() { $f() }; $f())")).toMatchObject({ kind: "budget" });
    expect(error("($f := function($n) { 1 + $f($n) }; $f(1))")).toMatchObject({ kind: "budget" });
    expect(error("($f := function($s) { $f($s & $s) }; $f('ab'))")).toMatchObject({ kind: "budget" });
    expect(error("($f := function($s) { $f([$s, $s]) }; $f(1))")).toMatchObject({ kind: "budget" });
    expect(error("($f := function($g) { $f($g ~> $g) }; $f($uppercase))")).toMatchObject({ kind: "budget" });
    expect(error("($f := function($g) { $f($g(?)) }; $f($uppercase))")).toMatchObject({ kind: "budget" });
  });

  test("calls in tail position need no stack", () => {
    expect(value("($f := function($n) { $n = 0 ? 'done' : $f($n - 1) }; $f(20000))")).toBe("done");
  });

  test("the same limits on every run", () => {
    const budget = { steps: 1000 };
    expect(evaluate("$sum($map([1..50], function($v) { $v }))", {}, { budget })).toMatchObject({ ok: true });
    expect(evaluate("$sum($map([1..150], function($v) { $v }))", {}, { budget })).toMatchObject({
      ok: false,
    });
  });
});

describe("hostile data and expressions", () => {
  test("own fields only", () => {
    expect(value("$exists({}.toString)")).toBe(false);
    expect(value("$exists($states.input.constructor)")).toBe(false);
    expect(value("$exists($lookup({}, '__proto__'))")).toBe(false);
    expect(value("$exists($toString)")).toBe(false);
    expect(value("$keys($merge([{'a': 1}]))")).toBe("a");
    expect(value("$exists($sum.name)")).toBe(false);
  });

  test("a field named __proto__ is a field", () => {
    const made = value("{'__proto__': {'polluted': true}, 'x': 1}");
    expect(JSON.stringify(made)).toBe('{"__proto__":{"polluted":true},"x":1}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const hostile = JSON.parse('{"__proto__": {"a": 1}, "b": {"__proto__": 2}}');
    expect(JSON.stringify(value("$merge([$states.input, {'c': 3}])", hostile))).toBe(
      '{"__proto__":{"a":1},"b":{"__proto__":2},"c":3}',
    );
    expect(value("$states.input.b.`__proto__`", hostile)).toBe(2);
    expect(value("$each($states.input.b, function($v, $k) { $k })", hostile)).toBe("__proto__");
  });

  test("data is never written to", () => {
    const data = { a: [], b: { c: 1 } };
    const before = structuredClone(data);
    evaluate("[$states.input.a{'k': 1}, $states.input ~> |b|{'c': 2}, 'c'|, $states.input.a[]]", data);
    expect(data).toEqual(before);
  });

  test("regular expressions take linear time, or are refused", () => {
    const text = `${"a".repeat(50_000)}!`;
    expect(value("$contains($states.input, /^(a+)+$/)", text)).toBe(false);
    expect(error("$match($states.input, /(?=a)a/)", "a")).toMatchObject({ kind: "unsupported" });
    expect(error("$match($states.input, /(a)\\1/)", "a")).toMatchObject({ kind: "unsupported" });
    expect(error(`function($a)<${"a+".repeat(40)}:n>{ 1 }(${"1,".repeat(40)}1)`)).toMatchObject({ ok: true });
  });

  test("a picture for times is no way to a slow regular expression", () => {
    const picture = "[Y]".repeat(12);
    expect(evaluate(`$toMillis('${"1".repeat(2000)}x', '${picture}')`)).toMatchObject({
      ok: true,
      value: undefined,
    });
  });

  test("pictures that hang JSONata 2.0.6 end", () => {
    expect(value("$formatNumber(0, '0e0')")).toBe("0e0");
    expect(value("$formatNumber(-42, '0e0')")).toBe("-4e1");
    expect(error("$formatInteger(1/0, 'a')")).toMatchObject({ code: "D1001" });
    expect(error("$formatInteger(1e15, 'I')")).toMatchObject({ kind: "budget" });
  });

  test("deep data is bounded", () => {
    const deep = JSON.parse("[".repeat(10_000) + "]".repeat(10_000));
    for (const text of [
      "$string($states.input)",
      "$states.input.**",
      "$states.input = [$states.input]",
      "$states.input.a",
      "$states.input",
    ]) {
      expect(() => evaluate(text, deep)).not.toThrow();
    }
  });

  test("a transform that makes a circle ends", () => {
    expect(error("$states.input ~> |$|{'self': $}|", { a: 1 })).toMatchObject({ kind: "budget" });
    expect(error("1 + ($states.input ~> |$|{'self': $}|)", { a: 1 })).toMatchObject({ code: "T2002" });
  });
});
