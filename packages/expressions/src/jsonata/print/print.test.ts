import { expect, test } from "vitest";
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
