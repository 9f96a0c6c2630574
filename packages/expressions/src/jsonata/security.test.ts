import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { inferJsonata } from "../infer/infer-jsonata.ts";
import { builtins } from "./builtins/registry.ts";
import { equalExpressions } from "./equal-expressions.ts";
import { type Evaluation, evaluateJsonata } from "./evaluate.ts";
import { expressionAt } from "./expression-at.ts";
import { parseJsonata } from "./parse.ts";
import { printJsonata } from "./print/print.ts";

// The lines about data, time and memory that must hold for hostile expressions and hostile data, one test each.

function evaluate(text: string, input: Json = {}): Evaluation {
  const { expression, problems } = parseJsonata(text);
  if (problems[0]) return { ok: false, error: { ...problems[0], kind: "error" } };
  const states = { input };
  return evaluateJsonata(expression, {
    variable: (name) => (name === "states" ? states : undefined),
    now: 0,
    random: () => 0.5,
  });
}

function value(text: string, input?: Json): Json | undefined {
  const evaluated = evaluate(text, input);
  expect({ text, evaluated }).toMatchObject({ text, evaluated: { ok: true } });
  return evaluated.ok ? evaluated.value : undefined;
}

/** Ends with a value or with an error as data; anything thrown fails the test. */
function ends(text: string, input?: Json): Evaluation {
  return evaluate(text, input);
}

const hostileNames = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "__defineGetter__",
];

describe("data stays data", () => {
  test.each(hostileNames)("%s that is not there has no value, however it is asked for", (name) => {
    for (const read of [
      `$exists({}.\`${name}\`)`,
      `$exists($states.input.\`${name}\`)`,
      `$exists($lookup({}, '${name}'))`,
      `$exists($lookup([{}], '${name}'))`,
      `$exists($${name})`,
      `$exists($states.input.*.\`${name}\`)`,
      `$exists(('text').\`${name}\`)`,
      `$exists((1).\`${name}\`)`,
      `$exists($sum.\`${name}\`)`,
      `$exists(function($x){ $x }.\`${name}\`)`,
      `$exists(/a/.\`${name}\`)`,
      `$exists($match('a', /a/).\`${name}\`)`,
      `$exists($states.input[\`${name}\`])`,
    ]) {
      expect([read, value(read, { a: [{}], b: {} })]).toEqual([read, false]);
    }
  });

  test.each(hostileNames)("%s as a field, a key, a variable is one like any other", (name) => {
    const hostile: Json = JSON.parse(`{"${name}": {"x": 1}, "list": [{"${name}": 2}]}`);
    const own = (text: string): string => JSON.stringify(value(text, hostile));
    const made = JSON.stringify(JSON.parse(`{"${name}": 5}`));
    expect(own(`{'${name}': 5}`)).toBe(made);
    expect(own(`$states.input.list.{'${name}': 5}`)).toBe(made);
    expect(own(`$states.input.list{'${name}': 5}`)).toBe(made);
    expect(own(`$merge([{'${name}': 4}, {'${name}': 5}])`)).toBe(made);
    expect(own(`$sift({'${name}': 5}, function($v) { true })`)).toBe(made);
    expect(own(`$spread({'${name}': 5})`)).toBe(made);
    expect(own(`{'a': 1} ~> |$|{'${name}': 5}, 'a'|`)).toBe(made);
    expect(own(`$parse('{"${name}": 5}')`)).toBe(made);
    expect(own(`$states.input.list.\`${name}\``)).toBe("2");
    expect(own(`$lookup($states.input.list, '${name}')`)).toBe("2");
    expect(own("$keys($states.input)")).toBe(JSON.stringify([name, "list"]));
    expect(own(`($${name} := 5; $${name})`)).toBe("5");
    expect(own(`function($${name}) { $${name} }(5)`)).toBe("5");
    expect(own(`$states.input.list@$${name}.$${name}.\`${name}\``)).toBe("2");
    expect(own(`($list := [7, 8]; $list#$${name}.$${name})`)).toBe("[0,1]");
    expect(own(`($list := {'a': [7, 8]}; $list.a[$ > 7]#$${name}.$${name})`)).toBe("0");
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.getPrototypeOf(value(`{'${name}': 5}`))).toBe(Object.prototype);
  });

  test("nothing is written to what comes from outside, also through what JSONata 2.0.6 writes to", () => {
    const data = { a: [] as Json[], b: { c: 1 }, list: [3, 1, 2], text: "x" };
    const before = structuredClone(data);
    for (const text of [
      "$states.input.a{'k': 1}",
      "$states.input ~> |b|{'c': 2}, 'c'|",
      "$states.input ~> |**|{'z': 1}|",
      "[$states.input.a[], $states.input.list[]]",
      "$sort($states.input.list)",
      "$reverse($states.input.list)",
      "$shuffle($states.input.list)",
      "$append($states.input.a, 1)",
      "$states.input.list^($)",
      "$merge([$states.input.b, {'c': 9}])",
    ]) {
      ends(text, data);
      expect([text, data]).toEqual([text, before]);
      for (const inner of [data.a, data.list])
        expect(Object.getOwnPropertyNames(inner).filter((name) => !/^(\d+|length)$/.test(name))).toEqual([]);
    }
  });

  test("frozen data can be read by every built-in", () => {
    const frozen = Object.freeze({ a: Object.freeze([1, 2]), o: Object.freeze({ k: 1 }), s: "s" });
    for (const { name, arity } of builtins) {
      for (const field of ["a", "o", "s"]) {
        const more = ["", ", 'k'", ", 'k', 1", ""][Math.max(0, Math.min(arity, 3) - 1)];
        expect(() => ends(`$${name}($states.input.${field}${more})`, frozen)).not.toThrow();
      }
    }
  });
});

describe("time is bounded, and counted instead of timed", () => {
  const letters = "a".repeat(100_000);

  test.each([
    "/^(a+)+$/",
    "/(a|aa)+$/",
    "/(a*)*b/",
    "/(x+x+)+y/",
    "/([a-z]{1,100}){1,9}!/",
    "/a(.*b)?/",
    "/(.*)(.*)(.*)(.*)(.*)[^a]/",
    "/a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaa!/",
    "/(?=a)b/",
    "/(a)\\1+$/",
    "/((a{0,9}){0,9}){0,9}!/",
    "/\\b(\\w+\\s?)*$/m",
  ])("%s on 100 KB of text ends within its budget, or is refused by name", (pattern) => {
    for (const call of ["$match($states.input, P)", "$replace($states.input, P, 'x')"]) {
      const evaluated = ends(`$count(${call.replace("P", () => pattern)})`, `${letters}!!`);
      if (!evaluated.ok) expect(["budget", "unsupported", "error"]).toContain(evaluated.error.kind);
    }
  });

  test.each([
    "($f := function() { $f() }; $f())",
    "($f := function($n) { 1 + $f($n) }; $f(1))",
    "($f := function($n) { [$f($n)] }; $f(1))",
    "($f := function($n) { $n.($f($)) }; $f(1))",
    "($f := function($n) { {'a': $f($n)} }; $f(1))",
    "($f := function($n) { $map([1, 2], $f) }; $f(1))",
    "($f := function($n) { $n ~> $f }; $f(1))",
    "($f := function($n) { $f($n) }; $map([1], $f))",
    "($f := function($s) { $f($s & $s) }; $f('ab'))",
    "($f := function($s) { $f([$s, $s]) }; $f(1))",
    "$reduce([1..100000], function($a, $b) { $append($a, [1..1000]) }, [])",
    "$map([1..800000], function($i) { [1..800000] })",
    "$map([1..800000], function($i) { $uppercase($pad('', 4000000)) })",
    "$map([1..100000], function($i) { $sort([1..100000]) })",
    "$map([1..100000], function($i) { $sum([1..100000]) })",
    "([1..1000].([1..1000].([1..1000])))",
    "$string($pad('', 4000000)) ~> $split('') ~> $join('')",
    "$formatInteger(1e15, 'I')",
    "$toMillis($pad('', 100000, '1'), $pad('', 3000, '[Y]'))",
  ])("%s ends in an error of the budget (R-JA-22)", (text) => {
    const evaluated = ends(text);
    expect({ text, evaluated }).toMatchObject({
      text,
      evaluated: { ok: false, error: { kind: expect.stringMatching(/budget|unsupported/) } },
    });
  });

  test("the same expression ends at the same place every time", () => {
    const text = "$map([1..800000], function($i) { $sum([1..$i]) })";
    expect(ends(text)).toEqual(ends(text));
  });
});

describe("memory is bounded", () => {
  test("a value is as large as AWS allows, and no larger (R-JA-22)", () => {
    expect(value("$count([1..873782])")).toBe(873_782);
    expect(ends("$count([1..873783])")).toMatchObject({ error: { kind: "budget" } });
    expect(value("$length($pad('', 4194304, 'x'))")).toBe(2 ** 22);
    expect(ends("$length($pad('', 8388608, 'x'))")).toMatchObject({ error: { kind: "budget" } });
    expect(ends("$reduce([1..24], function($a, $b) { $a & $a }, 'x')")).toMatchObject({
      error: { kind: "budget" },
    });
  });

  test("a document of 10 MB is read", () => {
    const large = Array.from({ length: 100_000 }, (_, index) => ({ id: index, text: "x".repeat(80) }));
    expect(value("$count($states.input[id > 50000])", large)).toBe(49_999);
    expect(ends("$string($states.input)", large)).toMatchObject({ error: { kind: "budget" } });
  });
});

describe("no recursion over a depth that users control", () => {
  const shapes: readonly (readonly [string, string, string])[] = [
    ["(", "1", ")"],
    ["[", "1", "]"],
    ["-", "$x", ""],
    ["1 + ", "1", ""],
    ["$f(", "1", ")"],
    ["{'a': ", "1", "}"],
    ["$x[", "1", "]"],
    ["$x.(", "1", ")"],
    ["function(){ ", "1", " }"],
    ["true ? ", "1", " : 2"],
    ["$x := ", "1", ""],
    ["$x ~> ", "$f", ""],
    ["", "1", " + 1"],
    ["", "$x", ".a"],
    ["", "$x", "[0]"],
    ["", "$x", "(1)"],
    ["", "$x", "^(a)"],
    ["", "$x", " ~> $f"],
    ["", "$x", " & 'a'"],
    ["|", "$x", "|{}|"],
  ];

  const nested = ([before, core, after]: readonly [string, string, string], depth: number): string =>
    before.repeat(depth) + core + after.repeat(depth);

  test.each(shapes)(
    "10,000 times %s%s%s is refused, or read",
    (...shape: readonly [string, string, string]) => {
      const { expression, problems } = parseJsonata(nested(shape, 10_000));
      if (problems.length > 0) expect(problems).toHaveLength(1);
      expect(() => printJsonata(expression)).not.toThrow();
    },
  );

  test.each(shapes)(
    "the deepest %s%s%s that is read goes through every pass",
    (...shape: readonly [string, string, string]) => {
      let depth = 500;
      while (parseJsonata(nested(shape, depth)).problems.some(({ code }) => code === "U1001")) depth -= 1;
      const text = nested(shape, depth);
      const { expression } = parseJsonata(text);
      expect(printJsonata(expression, { width: 100, templateSafe: true }).length).toBeGreaterThan(depth);
      expect(equalExpressions(expression, parseJsonata(text).expression)).toBe(true);
      expect(expressionAt(expression, Math.floor(text.length / 2)).length).toBeGreaterThan(0);
      expect(() => inferJsonata(expression, { variable: () => undefined })).not.toThrow();
      for (const dialect of ["aws", "plain"] as const) {
        const environment = { dialect, variable: () => undefined, now: 0, random: () => 0 };
        expect(() => evaluateJsonata(expression, environment)).not.toThrow();
      }
    },
  );

  test("data of a depth of 10,000 ends in an error, whatever is done with it", () => {
    const deep = JSON.parse(`${'{"a":['.repeat(10_000)}1${"]}".repeat(10_000)}`);
    for (const { name, arity } of builtins) {
      for (const more of ["", ", $states.input", ", function($v) { $v }"].slice(0, arity + 1)) {
        expect(() => ends(`$${name}($states.input${more})`, deep)).not.toThrow();
      }
    }
    for (const text of [
      "$states.input.**",
      "$states.input = [$states.input]",
      "[$states.input.*]",
      "$states.input ~> |**|{}|",
      "$states.input.a.a.a",
      "$states.input & ''",
      "$states.input in [$states.input]",
      "$states.input ? 1 : 2",
    ]) {
      expect(() => ends(text, deep)).not.toThrow();
    }
  });
});
