import { describe, expect, test } from "vitest";
import { evaluateJsonata } from "../src/evaluate.ts";
import { expressionAt, parseJsonata, printJsonata } from "../src/index.ts";
import { inferJsonata } from "../src/infer.ts";
import { randomExpression } from "./random-jsonata.ts";
import { type RandomSource, randomSource } from "./random-source.ts";
import { hostException, referenceOf } from "./reference-answer.ts";

const texts = process.env.STATEWRIGHT_DEEP ? 200_000 : 4000;

describe("half-typed text has a tree, and the cursor finds its place in it", () => {
  test.each([
    ["$states.input.", ["path 2", "missing"]],
    ["$sum(", ["call", "missing"]],
    ["$sum($states.", ["call", "path 1", "missing"]],
    ["items[price >", ["path 0", "binary", "missing"]],
    ['{"a": ', ["object", "missing"]],
    ["($x := 1; ", ["block", "missing"]],
    ["$map($x, function($v) { $v.", ["call", "lambda", "path 1", "missing"]],
    ["$a ? $b : ", ["condition", "missing"]],
    ["$x ~> ", ["apply", "missing"]],
    ["$x^(", ["path 1", "missing"]],
    ["[1, ", ["array", "missing"]],
    ["$x.a $sum($y.", ["block", "call", "path 1", "missing"]],
    ["$x.`od", ["path 1"]],
    ["'abc", ["string"]],
  ])("%s", (text, places) => {
    const { expression, problems } = parseJsonata(text, { dialect: "plain" });
    expect(problems).toHaveLength(1);
    const found = expressionAt(expression, text.length);
    expect(found.map(({ node, step }) => (step === undefined ? node.kind : `${node.kind} ${step}`))).toEqual(
      places,
    );
  });

  test("what stands behind a mistake is still read", () => {
    const { expression } = parseJsonata("$f($a $b.c, [1 2], {'k' 3})");
    expect(printJsonata(expression)).toBe("$f($a, $b.c, [1, 2], {'k': 3})");
  });

  test("an offset outside of the expression has no place", () => {
    expect(expressionAt(parseJsonata("$x").expression, 9)).toEqual([]);
  });
});

/** A text with something cut off, left out, doubled or put in. */
function broken(text: string, random: RandomSource): string {
  const at = random.below(text.length + 1);
  const more = random.pick([
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ":",
    ".",
    "$",
    "'",
    "`",
    "/",
    "?",
    "..",
    " and ",
    "!",
    "^(",
    "|",
    "@",
    "#",
    "%",
    "~>",
    ":=",
  ]);
  return random.pick([
    text.slice(0, at),
    text.slice(at),
    text.slice(0, at) + text.slice(at + 1 + random.below(4)),
    text.slice(0, at) + more + text.slice(at),
  ]);
}

test(`the first problem of ${texts} broken texts is that of jsonata 2.0.6, and no pass stumbles over their trees (R-JA-05)`, () => {
  const random = randomSource(77);
  const counts = { problems: 0, fine: 0 };
  for (let count = 0; count < texts; count += 1) {
    const text = broken(randomExpression(random), random);
    const { expression, problems } = parseJsonata(text, { dialect: "plain" });
    const reference = referenceOf(text);
    const expected = typeof reference === "string" ? reference : undefined;
    if (expected !== hostException)
      expect({ text, code: problems[0]?.code }).toEqual({ text, code: expected });
    counts[expected === undefined ? "fine" : "problems"] += 1;
    expect(typeof printJsonata(expression)).toBe("string");
    expect(expressionAt(expression, text.length).length).toBeGreaterThanOrEqual(0);
    if (count % 10 === 0) {
      inferJsonata(expression, { variable: () => undefined });
      evaluateJsonata(expression, { dialect: "plain", variable: () => undefined, now: 0, random: () => 0 });
    }
  }
  console.log(`broken texts: ${JSON.stringify(counts)}, all with the code of 2.0.6`);
  expect(counts.problems).toBeGreaterThan(texts / 3);
}, 3_600_000);
