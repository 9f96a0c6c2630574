import { describe, expect, test } from "vitest";
import { childrenOf } from "./children.ts";
import type { JsonataExpression } from "./expression.ts";
import { parseJsonata } from "./parse.ts";
import { printJsonata } from "./print/print.ts";

/** The problems of a text, each with the part of the text that it points at. */
function problems(
  text: string,
  dialect: "aws" | "plain" = "aws",
): readonly (readonly [string, string, string])[] {
  return parseJsonata(text, { dialect }).problems.map(
    ({ code, message, span }) => [code, message, text.slice(span.start, span.end)] as const,
  );
}

describe("the tree", () => {
  test("a path is one node with steps, each with its span", () => {
    const text = "$states.input.`odd name`[price > 1].x";
    const { expression } = parseJsonata(text);
    expect(expression).toMatchObject({ kind: "path", span: { start: 0, end: text.length } });
    if (expression.kind !== "path") return;
    const names = expression.steps.map(({ node }) => text.slice(node.span.start, node.span.end));
    expect(names).toEqual(["$states", "input", "`odd name`", "x"]);
    expect(expression.steps[2]?.stages).toMatchObject([
      { kind: "filter", predicate: { kind: "binary", operator: ">" } },
    ]);
  });

  test("spans count UTF-16 units", () => {
    const { expression } = parseJsonata("'😀' & $x");
    expect(expression).toMatchObject({
      kind: "binary",
      left: { span: { start: 0, end: 4 } },
      right: { span: { start: 7, end: 9 } },
    });
  });

  test("every span of a tree lies inside of its parent's and covers its own text", () => {
    const text =
      "( $f := function($v, $w)<nn:n>{ $v + $w }; [1..3].($f($, -2)) ~> $sum() ? {'a': **.b^(>c)[0]} : |a|{}, 'b'| )";
    const visit = (node: JsonataExpression): void => {
      for (const { expression } of childrenOf(node)) {
        expect(expression.span.start).toBeGreaterThanOrEqual(node.span.start);
        expect(expression.span.end).toBeLessThanOrEqual(node.span.end);
        visit(expression);
      }
    };
    const { expression, problems: found } = parseJsonata(text, { dialect: "plain" });
    expect(found).toEqual([]);
    visit(expression);
  });

  test("it is frozen all the way down", () => {
    const { expression } = parseJsonata("$a.b[0].(%.c)");
    expect(Object.isFrozen(expression)).toBe(true);
    for (const { expression: child } of childrenOf(expression)) expect(Object.isFrozen(child)).toBe(true);
  });

  test("of a broken text, what can be read is there", () => {
    expect(parseJsonata("$states.input.").expression).toMatchObject({
      kind: "path",
      steps: [
        { node: { kind: "variable", name: "states" } },
        { node: { name: "input" } },
        { node: { kind: "missing" } },
      ],
    });
    expect(printJsonata(parseJsonata("$sum($x, ").expression)).toBe("$sum($x, )");
  });
});

describe("syntax errors have the words of JSONata (R-JA-05)", () => {
  test.each([
    ["$x[0,", "S0202", 'Expected "]", got ","', ","],
    ["$x[0", "S0203", 'Expected "]" before end of expression', ""],
    ["", "S0207", "Unexpected end of expression", ""],
    ["$x +", "S0207", "Unexpected end of expression", ""],
    ["'abc", "S0101", "String literal must be terminated by a matching quote", "'abc"],
    ["'a\\qb'", "S0103", 'Unsupported escape sequence: \\"q"', "\\q"],
    ["$x ! 1", "S0204", 'Unknown operator: "!"', "!"],
    ["$x)", "S0201", 'Syntax error: ")"', ")"],
    ["/* open", "S0106", "Comment has no closing tag", "/* open"],
    ["$x.1", "S0213", "The literal value 1 cannot be used as a step within a path expression", "1"],
    ["a := 1", "S0212", "The left side of := must be a variable name (start with $)", "a"],
    [
      "function(a){1}",
      "S0208",
      "Parameter 1 of function definition must be a variable name (start with $)",
      "a",
    ],
    ["/a**/", "S0303", "The regular expression cannot be read: Nothing to repeat", "/a**/"],
    ["%", "S0217", "The object representing the 'parent' cannot be derived from this expression", "%"],
  ])("%s", (text, code, message, place) => {
    expect(problems(text, "plain")).toEqual([[code, message, place]]);
  });
});

test("what came after 2.0.6 is refused with its version", () => {
  expect(problems("$x ?? 1")).toEqual([["S0211", expect.stringContaining("JSONata 2.1"), "??"]]);
  expect(problems("$x ?: 1")).toEqual([["S0211", expect.stringContaining("JSONata 2.1"), "?:"]]);
  expect(parseJsonata("$x ?? 1").problems[0]?.originalMessage).toBe(
    'The symbol "?" cannot be used as a unary operator',
  );
});

describe("references to an input document that is not there (R-JA-04)", () => {
  test.each([
    ["foo", "foo"],
    ["$", "$"],
    ["$.foo", "$"],
    ["$$", "$$"],
    ["$x[$$.a = 1]", "$$"],
    ["$sum(foo.bar)", "foo"],
    ["{'a': foo}", "foo"],
    ["$x ? foo : 1", "foo"],
  ])("%s is refused", (text, name) => {
    expect(problems(text)).toEqual([
      ["UNSUPPORTED_JSONATA_EXPRESSION", `Reference to '${name}' at the top level is not supported.`, name],
    ]);
  });

  test("each name is told once", () => {
    expect(problems("foo + foo + bar").map(([, , name]) => name)).toEqual(["foo", "bar"]);
  });

  test.each([
    "$order[total > 10]",
    "$x.(a + b)",
    "$x^(price)",
    "$x{name: $sum(price)}",
    "$map($x, function($v) { $ })",
    "$x ~> |a|{'b': c}|",
    "$x.$",
  ])("%s has a context", (text) => {
    expect(problems(text)).toEqual([]);
  });

  test("plain JSONata has a document", () => {
    expect(problems("foo.$ & $$.bar", "plain")).toEqual([]);
  });
});

describe("hostile texts", () => {
  test("nesting ends in a problem, not in an overflow", () => {
    for (const [open, close] of [
      ["(", ")"],
      ["[", "]"],
      ["$f(", ")"],
      ["-", ""],
      ["{'a':", "}"],
      ["$x[", "]"],
      ["function(){", "}"],
    ] as const) {
      expect(problems(`${open.repeat(10_000)}1${close.repeat(10_000)}`)[0]?.[0]).toBe("U1001");
    }
    expect(problems(Array.from({ length: 10_000 }, () => "1").join("+"))[0]?.[0]).toBe("U1001");
    expect(problems(`$x${".a".repeat(10_000)}`)[0]?.[0]).toBe("U1001");
  });

  test("a megabyte is read", () => {
    expect(problems(`[${"1,".repeat(250_000)}1]`)).toEqual([]);
    expect(problems(`'${"x".repeat(1_000_000)}'`)).toEqual([]);
    expect(problems(`/*${"x".repeat(1_000_000)}`)[0]?.[0]).toBe("S0106");
    expect(problems(`[${"%,".repeat(250_000)}1]`)[0]?.[0]).toBe("S0217");
    expect(problems(`$${"x".repeat(1_000_000)}`)).toEqual([]);
  });

  test("any text is read without an exception", () => {
    for (const text of [
      "\\",
      "`",
      "$",
      "\ud800",
      "\u0000",
      "/",
      "/[/",
      "..",
      "::",
      "?",
      "λ",
      "function",
      "@",
      "^(",
      "|||",
      "a@",
      "a#1",
    ]) {
      expect(() => parseJsonata(text)).not.toThrow();
    }
  });
});
