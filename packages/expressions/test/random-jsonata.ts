import { type RandomTexts, randomCall, randomCallOf } from "./random-call.ts";
import type { RandomSource } from "./random-source.ts";

/**
 * The text of a JSONata expression for a document of `random-data.ts`: nearly all are read, most have a value.
 * Every kind of node and every built-in function is among them.
 */
export function randomExpression(random: RandomSource): string {
  let left = 4 + random.below(14);
  const deep = (): boolean => {
    left -= 1;
    return left > 0;
  };
  const texts: RandomTexts = {
    random,
    any: () => (deep() ? random.pick(anything)(texts) : random.pick(leaves)),
    number: () =>
      deep() ? random.pick(numbers)(texts) : random.pick(["n", "1", "2", "-1", "0.5", "b[0].a", "$v"]),
    text: () =>
      deep() ? random.pick(strings)(texts) : random.pick(["s", "'a'", '"b c"', "'Hello'", "b[0].s", "$w"]),
    list: () =>
      deep() ? random.pick(lists)(texts) : random.pick(["a", "b", "b.a", "[1, 2, 3]", "['x', 'y']", "$$.c"]),
    object: () => (deep() ? random.pick(objects)(texts) : random.pick(["$$", "b[0]", "{'a': 1}", "$", "c"])),
    condition: () =>
      deep() ? random.pick(conditions)(texts) : random.pick(["true", "false", "$exists(a)", "n > 1", "a"]),
    lambda: (parameters) => lambda(texts, parameters),
  };
  return texts.any();
}

type Write = (texts: RandomTexts) => string;

const leaves = [
  ..."a b c n s a b c n s".split(" "),
  ..."1 2 -1 0.5 10 1.5e2".split(" "),
  ...["''", "'a'", '"b"', "'x y'", "'\\u00e9\\n'"],
  ..."$ $$ true false null $v $w * ** [] {} `a` $states".split(" "),
];

const names = ["a", "b", "c", "n", "s", "`a`"];
const name: Write = ({ random }) => random.pick(names);

function lambda(texts: RandomTexts, parameters: number): string {
  const list = ["$v", "$w", "$x"].slice(0, parameters).join(", ");
  const { random } = texts;
  const body = random.pick<Write>([
    ({ any }) => any(),
    ({ number }) => number(),
    ({ condition }) => condition(),
    () => "$v",
    ({ any }) => `($w := $v; ${any()})`,
    ({ condition, any }) => `${condition()} ? $string($v) : ${any()}`,
  ])(texts);
  const signature = random.chance(6)
    ? random.pick(["<x-:x>", "<n:n>", "<a<n>:n>", "<x?x?:x>", "<(sn)-x?:s>"])
    : "";
  const word = random.chance(10) ? "λ" : "function";
  return `${word}(${list})${signature}{ ${body} }`;
}

const step: Write = (texts) => {
  const { random } = texts;
  return random.pick<Write>([
    name,
    name,
    name,
    () => random.pick(["*", "**", "$", "%", "'a'"]),
    ({ any }) => `(${any()})`,
    ({ any }) => `[${any()}, ${any()}]`,
    ({ any, text }) => `{${random.pick(["'k'", text()])}: ${any()}}`,
    () => `$${random.pick(["string", "count", "type", "length", "keys"])}()`,
    ({ any }) => `${name(texts)}[${any()}]`,
  ])(texts);
};

const paths: readonly Write[] = [
  (texts) => `${texts.any()}.${step(texts)}`,
  (texts) => `${name(texts)}.${step(texts)}.${step(texts)}`,
  (texts) => `${name(texts)}[${texts.any()}].${step(texts)}`,
  (texts) => `${texts.list()}[${texts.condition()}]`,
  (texts) => `${texts.any()}[${texts.random.pick(["0", "-1", "1", "[0, 1]", "[0..1]", "1.5"])}]`,
  (texts) => `${texts.list()}[]`,
  (texts) => `${name(texts)}.${name(texts)}[].${step(texts)}`,
  (texts) => `${name(texts)}@$v.${step(texts)}`,
  (texts) => `b@$v.$$.b@$w[$v.a = $w.a].${texts.random.pick(["$w.s", "{'v': $v.s, 'w': $w.s}", "$v"])}`,
  (texts) => `${name(texts)}#$w[${texts.condition()}].${step(texts)}`,
  (texts) => `${texts.list()}#$v.${texts.random.pick(["$v", "{'i': $v, 'x': $}", "[$v, $]"])}`,
  (texts) => `${name(texts)}[${texts.condition()}]#$v.${step(texts)}`,
  (texts) => `${name(texts)}.${name(texts)}@$v#$w.($v)`,
  (texts) =>
    `${texts.list()}^(${texts.random.pick(["", ">", "<"])}${texts.random.pick(["a", "$", "s", "n", texts.any()])})`,
  () => "b^(>a, s)",
  (texts) => `b^(s, ${texts.random.pick(["a", ">a"])})[${texts.any()}].${step(texts)}`,
  (texts) => `${name(texts)}{${texts.random.pick(["s", "'k'", "$string(a)", "$string($)"])}: ${texts.any()}}`,
  (texts) => `b{s: ${texts.random.pick(["$sum(a)", "$count($)", "a", "$", "c.n"])}}`,
  (texts) => `(${texts.any()}){${texts.random.pick(["$string(s)", "'k'"])}: ${texts.any()}}`,
  (texts) => `b.c.(%.${name(texts)})`,
  (texts) => `b.c[%.a ${texts.random.pick(["=", ">", "!="])} ${texts.number()}].n`,
  (texts) => `b.c.n.{'p': %.s, 'pp': %.%.${name(texts)}}`,
  (texts) => `${name(texts)}.${name(texts)}.(${texts.any()}; %.${name(texts)})`,
  (texts) => `b.c^(%.a)${texts.random.pick(["", ".n", "[0]"])}`,
];

const operators: readonly Write[] = [
  ({ number, random }) => `(${number()} ${random.pick(["+", "-", "*", "/", "%"])} ${number()})`,
  ({ any, random }) => `(${any()} ${random.pick(["+", "-", "*", "/", "%", "<", "<=", ">", ">="])} ${any()})`,
  ({ any }) => `(${any()} & ${any()})`,
  ({ any, random }) => `(${any()} ${random.pick(["=", "!=", "and", "or"])} ${any()})`,
  ({ any, list }) => `(${any()} in ${list()})`,
  ({ number }) => `-(${number()})`,
  ({ number, condition }) => `${number()} * ${number()} + ${number()} > 1 and ${condition()}`,
];

const functions: readonly Write[] = [
  (texts) => `${lambda(texts, 2)}(${texts.any()}, ${texts.any()})`,
  (texts) => `($f := ${lambda(texts, 1)}; $f(${texts.any()}))`,
  (texts) => `($f := function($v) { $v > 0 ? $f($v - 1) : ${texts.any()} }; $f(3))`,
  ({ text, number }) => `$substring(${text()}, ?, 2)(${number()})`,
  (texts) => `(${lambda(texts, 2)})(?, ${texts.any()})(${texts.any()})`,
  (texts) => `$map(${texts.list()}, $${texts.random.pick(["append(?, 1)", "string(?)", "lookup(?, 'a')"])})`,
  ({ any, random }) =>
    `(${any()} ~> $${random.pick(["count", "sum", "string", "distinct", "keys", "type"])})`,
  (texts) => `(${texts.list()} ~> $map(${lambda(texts, 1)}))`,
  (texts) => `(${texts.any()} ~> ($string ~> $length))`,
  (texts) => `($f := $uppercase ~> $trim; $f(${texts.text()}))`,
  ({ any, random }) =>
    `(${any()} ~> |${random.pick(["a", "$", "**", "b", "b[0]"])}|{'z': ${any()}}${random.pick(["", ", 'a'", ", ['a', 's']"])}|)`,
  ({ object, random, any }) => `$string(${object()} ~> |$|{${random.pick(["'n'", "'s'"])}: ${any()}}|)`,
  ({ text, random }) => `(${text()} ~> ${random.pick(["/a/", "/l+/i", "/[0-9]/"])})`,
  () => "nothing(1)",
];

const constructs: readonly Write[] = [
  ({ any }) => `[${any()}, ${any()}]`,
  ({ any }) => `[${any()}]`,
  ({ number }) => `[${number()}..${number()}]`,
  ({ random }) => `[${random.pick(["0", "1", "-2"])}..${random.pick(["3", "1", "n", "5"])}]`,
  ({ any }) => `{'k': ${any()}, 'l': ${any()}}`,
  ({ text, any }) => `{${text()}: ${any()}}`,
  ({ condition, any }) => `(${condition()} ? ${any()} : ${any()})`,
  ({ condition, any }) => `(${condition()} ? ${any()})`,
  ({ any }) => `($v := ${any()}; ${any()})`,
  ({ any }) => `($v := ${any()}; $w := $v; ${any()})`,
  ({ any }) => `(${any()}; ${any()})`,
  ({ any }) => `/* so */ (${any()})`,
];

const anything: readonly Write[] = [
  ...paths,
  ...operators,
  ...functions,
  ...constructs,
  ...Array.from({ length: 30 }, () => randomCall),
  ({ random }) => random.pick(leaves),
];

const numbers: readonly Write[] = [
  (texts) => randomCallOf("number", texts),
  ({ number, random }) => `(${number()} ${random.pick(["+", "-", "*", "/", "%"])} ${number()})`,
  ({ random }) => random.pick(["n", "0", "1", "2", "3", "10", "-1", "0.5", "1.5e2", "12.345"]),
  ({ random }) => random.pick(["n", "b[0].a", "$count(b)", "$v"]),
];

const strings: readonly Write[] = [
  (texts) => randomCallOf("text", texts),
  ({ any }) => `(${any()} & ${any()})`,
  ({ random }) => random.pick(["s", "'Hello'", "'a,b,,c'", "'x y z'", "'1'", "'😀é'", "b[0].s"]),
];

const lists: readonly Write[] = [
  (texts) => randomCallOf("list", texts),
  ({ any }) => `[${any()}, ${any()}]`,
  ({ number }) => `[${number()}, ${number()}, ${number()}]`,
  ({ text }) => `[${text()}, ${text()}]`,
  ({ random }) =>
    random.pick(["a", "b", "c", "b.a", "b.s", "b.c", "[1..4]", "[3, 1, 2]", "['b', 'a']", "**"]),
];

const objects: readonly Write[] = [
  ({ any }) => `{'a': ${any()}, 's': ${any()}}`,
  ({ random }) => random.pick(["$$", "b[0]", "$", "a", "{'a': 1, 'b': 'x'}"]),
  ({ object }) => `$merge([${object()}, ${object()}])`,
];

const conditions: readonly Write[] = [
  ({ any, random }) => `${any()} ${random.pick(["=", "!="])} ${any()}`,
  ({ number, random }) => `${number()} ${random.pick(["<", ">", "<=", ">="])} ${number()}`,
  ({ any }) => `$exists(${any()})`,
  ({ condition, random }) => `(${condition()} ${random.pick(["and", "or"])} ${condition()})`,
  ({ random }) => random.pick(["true", "a > 1", "$ = 1", "s = 'p'", "$v", "$not(n)"]),
];
