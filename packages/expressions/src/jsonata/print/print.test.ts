import { describe, expect, test } from "vitest";
import { equalExpressions } from "../equal-expressions.ts";
import type { JsonataExpression } from "../expression.ts";
import { parseJsonata } from "../parse.ts";
import { printJsonata } from "./print.ts";

const span = { start: 0, end: 0 };

test.each([
  ["$states.input . items [ price>10 ]", "$states.input.items[price > 10]"],
  ['"it\'s"', '"it\'s"'],
  ['"plain"', "'plain'"],
  ["'\\u0007 \\n é'", "'\\u0007 \\n é'"],
  ["$x.`odd name`.`and`.a", "$x.`odd name`.`and`.a"],
  ["[1 .. 3]", "[1..3]"],
  ["function ( $a,$b ) <nn:n> { $a+$b }", "function($a, $b)<nn:n>{ $a + $b }"],
  ["$a?$b:$c", "$a ? $b : $c"],
  ["($x:=1;$x)", "($x := 1; $x)"],
  ["$x^(>a,b)[0]{a:b}", "$x^(>a, b)[0]{a: b}"],
  ["-$x*-2", "-$x * -2"],
  ["$f(?,1)", "$f(?, 1)"],
  ["$x~>|a|{'b':1},'c'|", "$x ~> |a|{'b': 1}, 'c'|"],
  ["$x@$v#$i[$i=1].(%.a)[]", "$x@$v#$i[$i = 1].(%.a)[]"],
  ["$match($s,/a\\/b/im)", "$match($s, /a\\/b/im)"],
])("%s is printed as %s", (text, printed) => {
  expect(printJsonata(parseJsonata(text, { dialect: "plain" }).expression)).toBe(printed);
});

test("a tree that no text has gets the parentheses that it needs", () => {
  const number = (value: number): JsonataExpression => ({ kind: "number", value, span });
  const sum: JsonataExpression = {
    kind: "binary",
    operator: "+",
    operatorSpan: span,
    left: number(1),
    right: number(-2),
    span,
  };
  const times: JsonataExpression = {
    kind: "binary",
    operator: "*",
    operatorSpan: span,
    left: sum,
    right: sum,
    span,
  };
  expect(printJsonata(times)).toBe("(1 + -2) * (1 + -2)");
  expect(printJsonata({ kind: "negate", operand: number(-2), span })).toBe("-(-2)");
  const open: JsonataExpression = { kind: "condition", condition: sum, consequent: number(1), span };
  expect(printJsonata({ ...open, consequent: open, alternate: number(2) })).toBe("1 + -2 ? (1 + -2 ? 1) : 2");
});

describe("with a width, long expressions go over several lines", () => {
  test.each([
    [
      "$merge([$states.input, {'status': 'paid', 'total': $sum($states.input.items.price)}])",
      `$merge(
  [
    $states.input,
    {
      'status': 'paid',
      'total': $sum($states.input.items.price)
    }
  ]
)`,
    ],
    [
      "($total := $sum($x.price); $total > 100 ? 'a large order' : 'a small order')",
      `(
  $total := $sum($x.price);
  $total > 100
    ? 'a large order'
    : 'a small order'
)`,
    ],
    ["$map($x, function($v) { $v.name })", "$map($x, function($v){ $v.name })"],
    [
      "'Order ' & $string($states.input.id) & ' of ' & $states.input.customer.name",
      `'Order ' & $string($states.input.id)
  & ' of '
  & $states.input.customer.name`,
    ],
  ])("%s", (text, printed) => {
    expect(printJsonata(parseJsonata(text).expression, { width: 40 })).toBe(printed);
  });
});

describe("safe for deployment tools: no ${ and no %{ comes out", () => {
  test.each([
    ["'${a}'", "'\\u0024{a}'"],
    ["'100%{'", "'100\\u0025{'"],
    ["$x.`a${b`", "$x.'a\\u0024{b'"],
    ["$x.(`a${b`)", "$x.($.'a\\u0024{b')"],
    ["$x.(${'k': a})", "$x.($ {'k': a})"],
    ["$x.b.(%{'k': a})", "$x.b.(% {'k': a})"],
    ["/[${}]x/", "/[\\x24{}]x/"],
    ["/\\${a}/", "/\\x24{a}/"],
    ["/a${b}/", "/a$(?:){b}/"],
    ["/a%{2}/", "/a\\x25{2}/"],
    ["$x.a", "$x.a"],
  ])("%s", (text, printed) => {
    const { expression, problems } = parseJsonata(text, { dialect: "plain" });
    expect(problems).toEqual([]);
    expect(printJsonata(expression, { templateSafe: true })).toBe(printed);
  });
});

describe("equal up to formatting", () => {
  const equal = (left: string, right: string): boolean =>
    equalExpressions(parseJsonata(left).expression, parseJsonata(right).expression);

  test.each([
    ["$a.b+( 1 )", "$a . `b` + 1"],
    ["'a'", '"\\u0061"'],
    ["$f(($x), /* so */ [1])", "$f($x,[1])"],
    ["{'k': (1 + 2)}", "{ 'k' : 1+2 }"],
    ["(($x))", "$x"],
    ["1e2", "100"],
  ])("%s and %s", (left, right) => {
    expect(equal(left, right)).toBe(true);
  });

  test.each([
    ["$a + $b", "$b + $a"],
    ["$a.(b.c)[0]", "$a.b.c[0]"],
    ["($x := 1) + $x", "$x := 1 + $x"],
    ["(1 + 2) * 3", "1 + 2 * 3"],
    ["$f(1)", "$f(1, 2)"],
    ["$a ? 1", "$a ? 1 : 2"],
    ["[[1]]", "[1]"],
    ["'1'", "1"],
  ])("not %s and %s", (left, right) => {
    expect(equal(left, right)).toBe(false);
  });
});
