import {
  arrayShape,
  objectShape,
  printShape,
  type Shape,
  shapeFromSchema,
  unknownShape,
} from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { type InferenceFinding, inferJsonata } from "../infer.ts";
import { parseJsonata } from "../jsonata/parse.ts";

const item = {
  type: "object",
  properties: {
    sku: { type: "string" },
    qty: { type: "integer" },
    price: { type: "number" },
    note: { type: "string" },
    tags: { type: "array", items: { type: "string" } },
  },
  required: ["sku", "qty", "price", "tags"],
};

const input = shapeFromSchema(
  {
    type: "object",
    properties: {
      text: { type: "string" },
      count: { type: "integer" },
      price: { type: "number" },
      ready: { type: "boolean" },
      perhaps: { type: "number" },
      orNull: { type: ["number", "null"] },
      mixed: { type: ["string", "number"] },
      any: {},
      state: { enum: ["new", "paid"] },
      numbers: { type: "array", items: { type: "number" } },
      words: { type: "array", items: { type: "string" } },
      grid: { type: "array", items: { type: "array", items: { type: "number" } } },
      items: { type: "array", items: item },
      order: item,
      discount: { type: "object", properties: { rate: { type: "number" } }, required: ["rate"] },
      flags: { type: "object", additionalProperties: { type: "boolean" } },
      pet: {
        anyOf: [
          {
            type: "object",
            properties: { kind: { const: "cat" }, lives: { type: "integer" } },
            required: ["kind", "lives"],
          },
          {
            type: "object",
            properties: { kind: { const: "dog" }, bark: { type: "string" } },
            required: ["kind", "bark"],
          },
        ],
      },
    },
    required: [
      ...["text", "count", "price", "ready", "orNull", "mixed", "any", "state", "numbers", "words", "grid"],
      ...["items", "order", "flags", "pet"],
    ],
  },
  { closed: true },
);

const states: Shape = objectShape({ input, context: objectShape({}, { open: true }) });

function infer(text: string) {
  const { expression, problems } = parseJsonata(text);
  expect(problems).toEqual([]);
  return inferJsonata(expression, { variable: (name) => (name === "states" ? states : undefined) });
}

/** The shape as TypeScript would write it. Nothing may be found on the way. */
function shapeOf(text: string): string {
  const { shape, findings } = infer(text);
  expect(findings).toEqual([]);
  return printShape(shape);
}

/** The expression marks with `|…|` where each finding stands; no marks, no findings. */
function findingsIn(marked: string): readonly InferenceFinding[] {
  const [first = "", ...rest] = marked.split("|");
  const spans: { start: number; end: number }[] = [];
  let text = first;
  for (const [index, part] of rest.entries()) {
    if (index % 2 === 0) spans.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  const { findings } = infer(text);
  expect(findings.map(({ span }) => span)).toEqual(spans);
  return findings;
}

describe("fields and paths", () => {
  test.each([
    ["$states.input.order.price", "number"],
    ["$states.input.order.note", "string | undefined"],
    ["$states.input.flags.fast", "boolean | undefined"],
    ["$states.input.any.what.ever", "unknown"],
    ["$states.context.Execution.Id", "unknown"],
    ["$states.input.order.(price * qty)", "number"],
  ])("%s is %s", (text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });

  test("a path through an array is nothing, one or many (R-JA-19)", () => {
    expect(shapeOf("$states.input.items.price")).toBe("number | number[] | undefined");
    expect(shapeOf("$states.input.items")).toBe(
      "{ sku: string, qty: number, price: number, note?: string, tags: string[] }[]",
    );
    expect(shapeOf("$states.input.items.tags")).toBe("string[] | string | undefined");
    expect(shapeOf("$states.input.items[0].tags")).toBe("string[] | undefined");
    expect(shapeOf("$states.input.items[price > 3].sku")).toBe("string | string[] | undefined");
  });
  test("`[]` keeps one item an array", () => {
    expect(shapeOf("$states.input.items.price[]")).toBe("number[] | undefined");
    expect(shapeOf("$states.input.items.{'s': sku}[]")).toBe("{ s: string }[] | undefined");
  });
  test("an index gives one element, a computed one too", () => {
    expect(shapeOf("$states.input.numbers[0]")).toBe("number | undefined");
    expect(shapeOf("$states.input.grid[-1]")).toBe("number[] | undefined");
    expect(shapeOf("$states.input.grid[0][0]")).toBe("number | undefined");
    expect(shapeOf("$states.input.numbers[$states.input.count]")).toBe("number | undefined");
    expect(shapeOf("$states.input.grid[$states.input.count]")).toBe("number[] | undefined");
    expect(shapeOf("[1, 'a', true][1]")).toBe('"a"');
    expect(shapeOf("[1, 'a', true][-1]")).toBe("true");
  });
  test("sorting keeps the items, grouping makes an object", () => {
    expect(shapeOf("$states.input.items^(>price).sku")).toBe("string | string[] | undefined");
    expect(shapeOf("$states.input.items{sku: price}")).toBe("{ [key]: number | number[] }");
  });
  test("steps carry their variables and what they came from along", () => {
    expect(shapeOf("$states.input.items@$i.{'s': $i.sku}")).toBe(
      "{ s: string } | { s: string }[] | undefined",
    );
    expect(shapeOf("[$states.input.items#$i.{'s': $i}]")).toBe("{ s: number }[]");
    expect(shapeOf("[$states.input.items.sku.{'up': %.sku}]")).toBe("{ up: string }[]");
  });
});

describe("constructors", () => {
  test("arrays inside `[ ]` are spread, array constructors are not, nothing adds nothing", () => {
    expect(shapeOf("[$states.input.items.price]")).toBe("number[]");
    expect(shapeOf("[$states.input.numbers, $states.input.text]")).toBe("(number | string)[]");
    expect(shapeOf("[[$states.input.numbers], $states.input.text]")).toBe("[number[], string]");
    expect(shapeOf("[$states.input.count, [$states.input.count]]")).toBe("[number, [number]]");
    expect(shapeOf("[1, $states.input.any]")).toBe("unknown[]");
    expect(shapeOf("[$lookup({}, 'x')]")).toBe("[]");
  });
  test("a missing value drops its key (R-JA-17)", () => {
    expect(shapeOf("{'a': $states.input.count, 'b': $states.input.perhaps, 'c': $lookup({}, 'x')}")).toBe(
      "{ a: number, b?: number }",
    );
  });
  test("keys that are computed", () => {
    expect(shapeOf("{$states.input.text: 1}")).toBe("{ [key]: 1 }");
    expect(shapeOf("{'k': true, $states.input.text: 1}")).toBe("{ k: true, [key]: 1 }");
    expect(shapeOf("{$states.input.state: 1}")).toBe("{ new?: 1, paid?: 1 }");
  });
  test("ranges", () => {
    expect(shapeOf("[1..3]")).toBe("number[]");
    expect(infer("[1..3]").shape).toEqual(
      arrayShape({ kind: "number", integer: true, minimum: 1 }, { minItems: 3, maxItems: 3 }),
    );
  });
});

describe("operators", () => {
  test.each([
    ["$states.input.count + 1", "number"],
    ["$states.input.perhaps + 1", "number | undefined"],
    ["$states.input.any + 1", "number | undefined"],
    ["-$states.input.count", "number"],
    ["$states.input.text & $states.input.any", "string"],
    ["$states.input.any = 1", "boolean"],
    ["$states.input.any < 1", "boolean | undefined"],
    ["$states.input.any in [1, 2]", "boolean"],
    ["$states.input.any and $states.input.ready", "boolean"],
    ["$states.input.ready ? 'yes' : 0", '"yes" | 0'],
    ["$states.input.ready ? 'yes'", '"yes" | undefined'],
  ])("%s is %s", (text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });
  test("whole numbers stay whole", () => {
    expect(infer("$states.input.count * 2 - 1").shape).toEqual({ kind: "number", integer: true });
    expect(infer("$states.input.count / 2").shape).toEqual({ kind: "number" });
  });
});

describe("conditions narrow", () => {
  test.each([
    ["$exists($states.input.perhaps) ? $states.input.perhaps : 'none'", 'number | "none"'],
    ["$states.input.orNull != null ? $states.input.orNull : 0", "number"],
    ["$states.input.orNull = null ? 'none' : $states.input.orNull", '"none" | number'],
    ["$states.input.perhaps ? $states.input.perhaps : 5", "number"],
    ["$type($states.input.mixed) = 'string' ? $states.input.mixed : 'number'", "string"],
    ["$type($states.input.any) = 'string' ? $states.input.any : ''", "string"],
    ["$type($states.input.any) in ['string', 'number'] ? $states.input.any : null", "string | number | null"],
    ["$states.input.state = 'new' ? 1 : $states.input.state", '1 | "paid"'],
    ["$states.input.pet.kind = 'cat' ? $states.input.pet.lives : $states.input.pet.bark", "number | string"],
    ["$not($states.input.pet.kind = 'cat') ? $states.input.pet.bark : ''", "string"],
    [
      "$exists($states.input.discount.rate) and $states.input.ready ? $states.input.discount.rate : 0",
      "number",
    ],
    ["$exists($states.input.items[0].note) ? $states.input.items[0].note : null", "string | null"],
    [
      "$states.input.text = 'new' or $states.input.text = 'paid' ? $states.input.text : null",
      '"new" | "paid" | null',
    ],
    [
      "$not($exists($states.input.perhaps)) or $states.input.perhaps = 1 ? null : $states.input.perhaps",
      "number | null",
    ],
    ["($t := $lookup($states.input.flags, 'x'); $exists($t) ? $t : false)", "boolean"],
  ])("%s is %s", (text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });
  test("predicates and filters narrow their items", () => {
    expect(shapeOf("[$states.input.pet][kind = 'dog'].bark")).toBe("string | undefined");
    expect(shapeOf("[$filter([$states.input.pet], function($p) { $p.kind = 'dog' })].bark")).toBe(
      "[] | string",
    );
    expect(shapeOf("[$filter($states.input.items, function($i) { $exists($i.note) }).note]")).toBe(
      "string[]",
    );
  });
});

describe("functions", () => {
  test.each([
    ["[$map($states.input.items, function($i) { $i.price * $i.qty })]", "number[]"],
    [
      "[$map($states.input.items, function($i, $k) { {'at': $k, 'sku': $i.sku} })]",
      "{ at: number, sku: string }[]",
    ],
    ["[$map($states.input.grid, function($r) { $r })[]]", "number[][]"],
    ["[$map($states.input.grid, function($r) { $r })]", "(number | number[])[]"],
    ["[$map($states.input.grid, function($r) { [$map($r, function($v) { $v > 1 })] })[]]", "boolean[][]"],
    ["[$map($states.input.items, function($i) { $exists($i.note) ? $i.note : null })]", "(string | null)[]"],
    ["$map($states.input.numbers, $string)", "string | string[] | undefined"],
    ["[$filter($states.input.numbers, function($n) { $n > 1 })]", "number[]"],
    ["$filter($states.input.items, function($i) { $i.qty > 2 })[0].sku", "string | undefined"],
    ["$reduce($states.input.numbers, function($a, $n) { $a + $n }, 0)", "number"],
    ["$reduce($states.input.words, function($a, $w) { $a & $w }, '')", "string"],
    ["$reduce($states.input.items, function($a, $i) { $append($a, $i.tags) }, [])", "string[]"],
    [
      "$reduce($states.input.items, function($a, $i) { $merge([$a, {$i.sku: $i.qty}]) }, {})",
      "{ [key]: number }",
    ],
    ["$sum($states.input.items.(price * qty))", "number | undefined"],
    ["$sum([$states.input.items.price])", "number"],
    ["$count($states.input.items)", "number"],
    ["$count([1, 2])", "2"],
    ["$max($states.input.numbers)", "number | undefined"],
    ["$max([$states.input.count, 1])", "number"],
    ["$sort($states.input.items, function($l, $r) { $l.price > $r.price })[0].sku", "string | undefined"],
    ["$merge([$states.input.order, {'price': 'free'}]).price", '"free"'],
    ["$merge([$states.input.discount, {'q': 2}]).q", "2"],
    ["$keys($states.input.discount)", '"rate" | undefined'],
    ["[$each($states.input.flags, function($v, $k) { [$k, $v] })[]]", "[string, boolean][]"],
    ["$lookup($states.input.order, 'sku')", "string"],
    ["$lookup($states.input.flags, $states.input.text)", "boolean | undefined"],
    ["$append($states.input.numbers, $states.input.words)", "(number | string)[]"],
    ["$append([1], 'a')", '[1, "a"]'],
    ["$distinct($states.input.words)", "string[]"],
    ["$distinct($states.input.items.sku)", "string | string[] | undefined"],
    ["$zip($states.input.numbers, $states.input.words)", "[number, string][]"],
    ["$sift($states.input.order, function($v, $k) { $k = 'sku' }).sku", "string | undefined"],
    ["$type($states.input.mixed)", '"string" | "number"'],
    ["$split($states.input.text, ',')[0]", "string | undefined"],
    ["$match($states.input.text, /a(b)/)[0].match", "string | undefined"],
    ["$number($states.input.text)", "number"],
    ["$uppercase($states.input.order.note)", "string | undefined"],
    ["$states.input.text ~> $uppercase() ~> $length()", "number"],
    [
      "$states.input.order ~> |$|{'z': 1}|",
      "{ sku: string, qty: number, price: number, note?: string, tags: string[], z: 1 }",
    ],
    ["$error('no')", "never"],
    ["$now()", "string"],
    ["$millis()", "number"],
  ])("%s is %s", (text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });

  test("those of Step Functions (R-JA-03)", () => {
    expect(shapeOf("$partition($states.input.numbers, 2)")).toBe("number[][]");
    expect(shapeOf("[$range(1, $states.input.count, 1)]")).toBe("number[]");
    expect(shapeOf("$hash($states.input.text, 'MD5')")).toBe("string");
    expect(shapeOf("$random(42)")).toBe("number");
    expect(shapeOf("$uuid()")).toBe("string");
    expect(shapeOf("$parse($states.input.text)")).toBe("unknown");
  });
  test("lambdas are inferred for what they are called with, recursion is followed a little way", () => {
    expect(shapeOf("($f := function($x) { {'v': $x} }; [$f(1), $f('a')])")).toBe('[{ v: 1 }, { v: "a" }]');
    expect(shapeOf("($f := function($n) { $n < 2 ? 1 : $n * $f($n - 1) }; $string($f(5)))")).toBe(
      "string | undefined",
    );
    expect(shapeOf("($add := function($a, $b) { $a + $b }; $one := $add(1, ?); $one(2))")).toBe("number");
    expect(shapeOf("($f := $uppercase ~> $trim; $f('a'))")).toBe("string");
  });
  test("a call as the tail of a callback is not unwrapped", () => {
    expect(
      shapeOf("[$map($states.input.grid, function($r) { $filter($r, function($v) { $v > 1 }) })[]]"),
    ).toBe("number[][]");
    expect(
      shapeOf("($f := function($r) { $filter($r, function($v) { $v > 1 }) }; $f($states.input.numbers))"),
    ).toBe("number | number[] | undefined");
  });
  test("a variable ends with its block and hides a built-in", () => {
    expect(shapeOf("($x := 1; ($x := 'a'); $x)")).toBe("1");
    expect(shapeOf("($sum := 'x'; $sum)")).toBe('"x"');
  });
  test("a function is no result (R-JA-20)", () => {
    expect(shapeOf("function($x) { $x }")).toBe("never");
  });
});

describe("what is found", () => {
  test("a field that nothing can have", () => {
    const [found] = findingsIn("$states.input.order.|totl| * 2");
    expect(found).toMatchObject({ kind: "unknown-field", field: "totl", certain: true });
    expect(found?.of && printShape(found.of)).toBe(
      "{ sku: string, qty: number, price: number, note?: string, tags: string[] }",
    );
    findingsIn("$states.input.items.|prise|");
    findingsIn("$states.input.items[|prise| > 3].sku");
    findingsIn("[$map($states.input.items, function($i) { $i.|prise| })]");
    findingsIn("$states.input.text.|first|");
    findingsIn("$states.input.order.|toString|");
  });
  test("one cause, one finding: what follows is unknown", () => {
    findingsIn("$uppercase($states.input.order.|totl|.cents.value)");
    findingsIn("$states.input.order.|totl| > 3 ? $states.input.order.totl : 0");
  });
  test("a field that some of the values cannot have is not certain", () => {
    expect(findingsIn("$states.input.pet.|lives|")[0]).toMatchObject({ certain: false, field: "lives" });
  });
  test("optional fields, maps and open objects are read freely", () => {
    findingsIn(
      "$states.input.order.note & $states.input.flags.x & $states.context.A.b & $states.input.any.c",
    );
    findingsIn("$states.input.discount.rate");
    findingsIn("$lookup($states.input.order, 'nothing')");
  });
  test("asking whether a field is there is told apart from reading it, and what follows is not found again", () => {
    const asked = [{ kind: "unknown-field", certain: true, asked: true }];
    for (const text of [
      "$exists($states.input.order.|totl|)",
      "$exists($states.input.order.|totl|) ? $states.input.order.totl : 0",
      "$exists($states.input.|ordr|.total) ? $states.input.ordr.total : 0",
      "$states.input.order.|totl| != null ? $states.input.order.totl : 0",
      "$not($exists($states.input.order.|totl|)) ? 0 : $states.input.order.totl",
    ])
      expect(findingsIn(text)).toMatchObject(asked);
    expect(findingsIn("$states.input.order.|totl|")[0]).not.toHaveProperty("asked");
  });
  test("a variable that nobody assigns", () => {
    expect(findingsIn("|$totl| + 1")[0]).toMatchObject({ kind: "unassigned-variable", variable: "totl" });
    findingsIn("|$eval|('1')");
    expect(findingsIn("$exists(|$totl|) ? $totl : 1")[0]).toMatchObject({ asked: true });
  });
  test("operands that JSONata refuses", () => {
    expect(findingsIn("|$states.input.text| + 1")[0]).toMatchObject({
      kind: "wrong-type",
      code: "T2001",
      what: "+",
      expected: "a number",
      certain: true,
    });
    expect(findingsIn("1 * |$states.input.words|")[0]).toMatchObject({ code: "T2002" });
    expect(findingsIn("$states.input.text < |1|")[0]).toMatchObject({ code: "T2009" });
    expect(findingsIn("|$states.input.order| < 1")[0]).toMatchObject({ code: "T2010" });
    expect(findingsIn("-|$states.input.text|")[0]).toMatchObject({ code: "D1002" });
    expect(findingsIn("[|'a'|..3]")[0]).toMatchObject({ code: "T2003" });
    expect(findingsIn("{|$states.input.count|: 1}")[0]).toMatchObject({ code: "T1003" });
    expect(findingsIn("$states.input.|count|(1)")[0]).toMatchObject({ code: "T1006" });
  });
  test("arguments that a function refuses", () => {
    expect(findingsIn("$uppercase(|$states.input.count|)")[0]).toMatchObject({
      code: "T0410",
      what: "$uppercase",
      expected: "a string",
      certain: true,
    });
    expect(findingsIn("$sum(|$states.input.words|)")[0]).toMatchObject({ code: "T0412", certain: false });
    expect(findingsIn("$map($states.input.words, |1|)")[0]).toMatchObject({ code: "T0410" });
    expect(findingsIn("$states.input.text ~> $pad(|'1'|)")[0]).toMatchObject({ code: "T0410" });
  });
  test("what fails only sometimes is not certain", () => {
    expect(findingsIn("$states.input.ready ? |$states.input.text| + 1 : 0")[0]).toMatchObject({
      certain: false,
    });
    expect(findingsIn("$map($states.input.words, function($w) { |$w| + 1 })")[0]).toMatchObject({
      certain: false,
    });
    expect(findingsIn("|$states.input.order.note| + 1")[0]).toMatchObject({ certain: false });
    findingsIn("$states.input.mixed + 1");
    findingsIn("$type($states.input.mixed) = 'number' ? $states.input.mixed + 1 : $states.input.mixed & '!'");
    findingsIn("$states.input.any + 1 & $uppercase($states.input.any)");
  });
});

test("names of a prototype are names like any other", () => {
  expect(shapeOf("{'__proto__': 1, 'toString': 'a'}.toString")).toBe('"a"');
  expect(shapeOf("$lookup({}, 'constructor')")).toBe("undefined");
  expect(shapeOf("$merge([{'__proto__': 1}]).`__proto__`")).toBe("1");
});

test("whatever the text, inference ends", () => {
  const variable = () => unknownShape;
  const deep = (open: string, close: string) => `${open.repeat(400)}1${close.repeat(400)}`;
  const texts = [
    ...[deep("(", ")"), deep("[", "]"), deep("{'a':", "}"), deep("$not(", ")"), deep("function($x){", "}")],
    Array.from({ length: 400 }, () => "$x").join(" and "),
    `${Array.from({ length: 60 }, () => "($x or $y and").join(" ")} $z${")".repeat(60)}`,
    "($f := function($x) { $f([$x, $x]) & $f($x) }; $f(1))",
    `(${Array.from({ length: 200 }, (_, index) => `$v${index + 1} := {'a': $v${index}, 'b': $v${index}}`).join(";")})`,
    "$reduce($x, function($a, $b) { {'a': $a, 'b': [$a, $a]} }, 1)",
    "a.b[".repeat(300),
  ];
  for (const text of texts) {
    const { expression } = parseJsonata(text, { dialect: "plain" });
    const start = performance.now();
    expect(inferJsonata(expression, { variable, dialect: "plain" }).shape).toBeDefined();
    expect(performance.now() - start).toBeLessThan(3000);
  }
});

test("the shape of a node, and how much is unknown, can be asked for", () => {
  const { expression } = parseJsonata("$states.input.count + $states.input.any");
  const { shapeAt, counts: countsOf } = inferJsonata(expression, { variable: () => states });
  const counts = countsOf();
  if (expression.kind !== "binary") throw new Error("a sum is a binary expression");
  expect(shapeAt(expression.left)).toEqual({ kind: "number", integer: true });
  expect(shapeAt(expression.right)).toEqual(unknownShape);
  expect(counts).toEqual({ nodes: 9, unknown: 2 });
});
