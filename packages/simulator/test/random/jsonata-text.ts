import type { Chance } from "./chance.ts";
import { anything, boolean, list, number, record, type Sketch, text } from "./sketch.ts";
import { type Kind, optionalPath, randomPath, type Source, type Written } from "./source.ts";

type Wanted = "number" | "text" | "boolean" | "list" | "record" | "any";

/** A JSONata expression, without its delimiters. */
export function jsonataText(
  chance: Chance,
  sources: readonly Source[],
  wanted: Wanted = "any",
  depth = 2,
): Written {
  const of = (kind: Wanted): Written => jsonataText(chance, sources, kind, depth - 1);
  if (depth === 0 || chance.often(0.45)) {
    const path = randomPath(chance, sources, kindsOf(wanted));
    if (path !== undefined) return path;
  }
  if (depth === 0) return literal(chance, wanted);
  switch (wanted) {
    case "number":
      return { text: numberText(chance, of), sketch: number };
    case "text":
      return { text: textText(chance, of), sketch: text };
    case "boolean":
      return { text: jsonataCondition(chance, sources, depth - 1), sketch: boolean };
    case "list":
      return listText(chance, of);
    case "record":
      return recordText(chance, of);
    case "any":
      return anyText(chance, sources, of, depth);
  }
}

function kindsOf(wanted: Wanted): readonly Kind[] | undefined {
  return wanted === "any" ? undefined : wanted === "list" ? ["list", "tuple"] : [wanted];
}

function literal(chance: Chance, wanted: Wanted): Written {
  switch (wanted) {
    case "number":
      return { text: String(chance.between(0, 9)), sketch: number };
    case "text":
      return { text: chance.pick(['"new"', '"a-b"', "'x'", '""']), sketch: text };
    case "boolean":
      return { text: chance.pick(["true", "false"]), sketch: boolean };
    case "list":
      return { text: chance.pick(["[1, 2]", "[3]", "[1..3]"]), sketch: list(number, 1, 3) };
    case "record":
      return { text: '{"id": 1}', sketch: record({ id: number }) };
    case "any":
      return { text: chance.pick(["null", "1", '"x"', "[]", "[[1], 2]"]), sketch: anything };
  }
}

function numberText(chance: Chance, of: (kind: Wanted) => Written): string {
  return chance.weighted<() => string>([
    [4, () => `(${of("number").text} ${chance.pick(["+", "*"])} ${of("number").text})`],
    [3, () => `$count(${of("list").text})`],
    [2, () => `$length(${of("text").text})`],
    [2, () => `$sum([${of("number").text}, ${of("number").text}])`],
    [1, () => `$max([${of("number").text}, 1])`],
    [1, () => `$floor(${of("number").text} / 2)`],
    [1, () => `(${of("boolean").text} ? ${of("number").text} : 0)`],
    [1, () => `$reduce([${of("number").text}, 2, 3], function($l, $r) { $l + $r })`],
  ])();
}

function textText(chance: Chance, of: (kind: Wanted) => Written): string {
  return chance.weighted<() => string>([
    [4, () => `(${of("text").text} & "-" & ${of("any").text})`],
    [2, () => `$uppercase(${of("text").text})`],
    [2, () => `$string(${of("any").text})`],
    [2, () => `$substring(${of("text").text}, 0, 2)`],
    [1, () => `$join(["a", ${of("text").text}], "-")`],
    [1, () => `$type(${of("any").text})`],
    [1, () => `$replace(${of("text").text}, "a", "o")`],
    [1, () => `$hash(${of("text").text}, "SHA-1")`],
    [1, () => `(${of("boolean").text} ? ${of("text").text} : "no")`],
  ])();
}

function listText(chance: Chance, of: (kind: Wanted) => Written): Written {
  const make = chance.weighted<() => Written>([
    [4, () => pair(of("any"), of("any"))],
    [2, () => ({ text: `[1..${chance.between(1, 4)}]`, sketch: list(number, 1, 4) })],
    [3, () => ({ text: `$append(${of("list").text}, [${of("any").text}])`, sketch: anything })],
    [3, () => ({ text: `[$map(${of("list").text}, function($x, $i) { $i })]`, sketch: list(number) })],
    [
      2,
      () => ({
        text: `[$filter(${of("list").text}, function($x) { $type($x) = "number" })]`,
        sketch: list(number),
      }),
    ],
    [2, () => ({ text: `$map(${of("list").text}, function($x) { {"id": $string($x)} })`, sketch: anything })],
    [1, () => ({ text: `$split(${of("text").text}, "-")`, sketch: list(text) })],
    [1, () => ({ text: `$distinct(${of("list").text})`, sketch: anything })],
    [1, () => ({ text: `$sort([${of("number").text}, 2, 1])`, sketch: list(number, 3, 3) })],
    [1, () => ({ text: `$partition([1..5], ${chance.between(1, 3)})`, sketch: anything })],
  ]);
  return make();
}

function pair(left: Written, right: Written): Written {
  return { text: `[${left.text}, ${right.text}]`, sketch: anything };
}

function recordText(chance: Chance, of: (kind: Wanted) => Written): Written {
  const names = chance.shuffled(["id", "name", "total", "items", "meta"]).slice(0, chance.between(1, 3));
  const members = names.map((name) => {
    const value = of(chance.pick(["any", "text", "number", "list"] as const));
    return { name, ...value };
  });
  const built = `{${members.map(({ name, text: value }) => `"${name}": ${value}`).join(", ")}}`;
  const sketch: Sketch = {
    kind: "record",
    fields: Object.fromEntries(members.map((each) => [each.name, { sketch: each.sketch, sure: true }])),
  };
  if (chance.often(0.6)) return { text: built, sketch };
  const base = of("record");
  const merged = { ...(base.sketch.kind === "record" && base.sketch.fields), ...sketch.fields };
  return { text: `$merge([${base.text}, ${built}])`, sketch: { kind: "record", fields: merged } };
}

function anyText(
  chance: Chance,
  sources: readonly Source[],
  of: (kind: Wanted) => Written,
  depth: number,
): Written {
  const plain = chance.weighted<Wanted | undefined>([
    [5, "text"],
    [5, "number"],
    [2, "boolean"],
    [4, "list"],
    [5, "record"],
    [9, undefined],
  ]);
  if (plain !== undefined) return jsonataText(chance, sources, plain, depth);
  const optional = optionalPath(chance, sources)?.text ?? of("any").text;
  const make = chance.weighted<() => string>([
    [6, () => `($exists(${optional}) ? ${optional} : ${of("any").text})`],
    [4, () => `(${of("boolean").text} ? ${of("any").text} : ${of("any").text})`],
    [2, () => `[${of("list").text}[$type($) = "number"]]`],
    [2, () => `[${of("list").text}.id]`],
    [2, () => `{"kept": ${of("list").text}[$ != 1]}`],
    [2, () => `[$lookup(${of("record").text}, "id")]`],
    [1, () => `[$keys(${of("record").text})]`],
    [1, () => `$zip(${of("list").text}, [1..2])`],
    [1, () => `{"each": ${of("record").text}.*}`],
    [1, () => `[${of("list").text}[0]]`],
    [1, () => `($v := ${of("any").text}; {"v": $v})`],
    [1, () => `[$spread(${of("record").text})]`],
    [1, () => "null"],
  ]);
  return { text: make(), sketch: anything };
}

/** A JSONata condition that gives a boolean. */
export function jsonataCondition(chance: Chance, sources: readonly Source[], depth = 1): string {
  const of = (kind: Wanted): string => jsonataText(chance, sources, kind, Math.max(0, depth - 1)).text;
  const inner = (): string => jsonataCondition(chance, sources, depth - 1);
  const more = depth > 0 ? 1 : 0;
  const optional = optionalPath(chance, sources)?.text;
  return chance.weighted<() => string>([
    [4, () => `${of("number")} ${chance.pick(["<", ">=", "="])} ${of("number")}`],
    [4, () => `${of("text")} ${chance.pick(["=", "!="])} ${of("text")}`],
    [optional === undefined ? 1 : 5, () => `$exists(${optional ?? of("any")})`],
    [2, () => `$type(${of("any")}) = ${chance.pick(['"string"', '"object"', '"null"'])}`],
    [2, () => `${of("any")} in ${of("list")}`],
    [2 * more, () => `(${inner()} ${chance.pick(["and", "or"])} ${inner()})`],
    [more, () => `$not(${inner()})`],
    [1, () => `$boolean(${of("any")})`],
    [1, () => `$contains(${of("text")}, "a")`],
  ])();
}
