import type { Json } from "@statewright/json-types";
import fc from "fast-check";

/** Data that the expressions below find something in: few names, arrays in arrays, single values beside arrays. */
export const randomData: fc.Arbitrary<Json> = fc.letrec<{ value: Json; record: Json }>((tie) => ({
  record: fc.dictionary(fc.constantFrom("a", "b", "c", "k"), tie("value"), { maxKeys: 4 }),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false, 0, 1, 2, -1, 1.5, "", "a", "b", "x y"),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("record"),
    fc.array(tie("record"), { maxLength: 3 }),
  ),
})).record;

const name = fc.constantFrom("a", "b", "c", "k");

/** Expressions as text, of every kind that is followed. Most of them evaluate; the others say nothing. */
export const randomExpression: fc.Arbitrary<string> = fc.letrec<{
  value: string;
  path: string;
  condition: string;
  array: string;
  lambda: string;
}>((tie) => {
  const value = tie("value");
  const array = tie("array");
  const some = (...parts: readonly (string | fc.Arbitrary<string>)[]) =>
    fc
      .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
      .map((texts) => texts.join(""));
  const predicate = fc.oneof(
    fc.constantFrom("0", "-1", "1", "true", "$ = 1", "a", "k > 1", "$exists(b)", "$i", "[0, 1]"),
    tie("condition"),
  );
  const step = fc.oneof(
    { weight: 6, arbitrary: name },
    some(name, "[", predicate, "]"),
    some("(", value, ")"),
    some("{'x': ", value, ", 'y': ", value, "}"),
    some("[", value, ", ", value, "]"),
    fc.constantFrom("*", "$", "$string($)", "$$.a", "a[]", "a[][0]"),
  );
  return {
    path: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom("**", "*", "**.a", "$$.**.k", "a.*", "$v.*.a"),
      some(name, ".**.", step),
      some(name, ".", name, ".{'up': %.", name, ", 'own': ", value, "}"),
      some(name, ".", name, ".%.", step),
      some(name, ".", name, "[%.", name, " = ", value, "].", step),
      some(name, ".(", name, ").{'up': %, 'k': %.k}"),
      some(name, "@$e.", name, "[$e.k = k].{'e': $e, 'own': ", value, "}"),
      some("$$.", name, "@$e.", step, ".(", value, ")"),
      some(name, "#$i.", name, ".[$i, ", value, "]"),
      some("$$.", name, "[", predicate, "]#$i.", step),
      some("$$.", name, "@$e.", name, "#$i{$string($e.k): ", value, "}"),
      some("$$.", name, "@$e.", name, "^(k).($e.", name, ")[]"),
      some(name, ".", step),
      some("$v.", step),
      some(step, ".", step, ".", step),
      some("$$.", step, "^(", name, ")"),
      some("$$.a[", predicate, "].", step),
      some("$v[", predicate, "]"),
      some("(", value, ")[", predicate, "]"),
      some(name, ".", step, "[]"),
      some("[", value, "].", step),
    ),
    condition: fc.oneof(
      { depthSize: "small" },
      some("$exists(", tie("path"), ")"),
      some("$not(", tie("condition"), ")"),
      some("(", tie("condition"), " and ", tie("condition"), ")"),
      some("(", tie("condition"), " or ", tie("condition"), ")"),
      some(tie("path"), fc.constantFrom(" = ", " != "), fc.constantFrom("1", "'a'", "null", "true", "$v.k")),
      some(
        "$type(",
        tie("path"),
        ")",
        fc.constantFrom(" = ", " != "),
        fc.constantFrom("'string'", "'array'", "'object'"),
      ),
      some(tie("path"), " in ", array),
      some("a", fc.constantFrom(" < ", " >= "), "1"),
      tie("path"),
    ),
    array: fc.oneof(
      { depthSize: "small" },
      some("[", value, "]"),
      some("[", value, ", ", value, "]"),
      fc.constantFrom("[1..3]", "[]", "[[1], 2]", "[$$.a]", "$$.b"),
      some("$append(", value, ", ", value, ")"),
      some("[$map(", array, ", ", tie("lambda"), ")[]]"),
      some("$map(", array, ", ", tie("lambda"), ")"),
      some("$filter(", array, ", ", tie("lambda"), ")"),
      some("$sort(", array, ", function($l, $r) { $string($l) > $string($r) })"),
      some("$reverse(", array, ")"),
      some("$distinct(", array, ")"),
      some("$zip(", array, ", ", array, ")"),
      some("$keys(", value, ")"),
      some("$spread(", value, ")"),
      some("$each($$, function($v, $i) { ", value, " })"),
    ),
    lambda: fc.oneof(
      some("function($v) { ", value, " }"),
      some("function($v, $i) { ", value, " }"),
      some("function($v) { ", array, " }"),
      some("function($v) { ", tie("condition"), " ? ", array, " : ", array, "[] }"),
      some("function($v) { ", tie("condition"), " }"),
      fc.constantFrom("$string", "$exists", "$type", "function($v)<a:x>{ $v }"),
    ),
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom(
        "1",
        "'a'",
        "null",
        "true",
        "a",
        "b.c",
        "$v",
        "$v.a",
        "$i",
        "$$",
        "$",
        "$v.b[0]",
        "''",
        "2.5",
        "-1",
      ),
      tie("path"),
      tie("path"),
      array,
      some(tie("condition"), " ? ", value, " : ", value),
      some(tie("condition"), " ? ", value),
      some("$exists($v.a) ? $v.a : ", value),
      some("(", value, " & ", value, ")"),
      some("($count(", array, ") ", fc.constantFrom("+", "-", "*", "%"), " 2)"),
      some("{'a': ", value, ", 'k': ", value, "}"),
      some("{$string(", value, "): ", value, "}"),
      // Grouping an empty array of the data would change it in JSONata 2.0.6: a new array is grouped.
      some("[", name, "]{$string(k): ", value, "}"),
      some("$merge([", value, ", {'a': ", value, "}])"),
      some("($v := ", value, "; ", value, ")"),
      some("($i := ", value, "; $v := ", value, "; ", value, ")"),
      some("$lookup(", value, ", ", fc.constantFrom("'a'", "'b'", "$string($v)"), ")"),
      some("$reduce(", array, ", function($v, $i) { ", value, " }, ", value, ")"),
      some("$reduce(", array, ", function($v, $i) { [$v, $i] })"),
      some("$sift($$, function($v, $i) { ", value, " })"),
      some("$boolean(", value, ")"),
      fc.constantFrom("$eval('a.b')", "$eval('[1, k]', $v)", "$eval('$v.a')", "$eval('$string(k)')"),
      some("($string ~> ", tie("lambda"), ")(", value, ")"),
      some("($f := ", tie("lambda"), " ~> $type; $f(", value, "))"),
      some("$append(?, ", value, ")(", array, ")"),
      some("$map(?, ", tie("lambda"), ")(", array, ")"),
      some("$type(", value, ")"),
      some(value, " ~> $string()"),
      some("(", value, ") ~> |$|{'k': ", value, "}|"),
      some("(", tie("lambda"), ")(", value, ")"),
      some("$split('a b', ' ')[", predicate, "]"),
      some("$match('abc', /", fc.constantFrom("b", "(b)", "z", "[a-c]"), "/).match"),
    ),
  };
}).value;
