import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { invalidPathText, missingPathText } from "./evaluate/path-failure.ts";
import { evaluateJsonPath, type PathEvaluation } from "./evaluate-json-path.ts";
import { parseJsonPath } from "./parse-json-path.ts";

function follow(text: string, document: Json, variables: Record<string, Json> = {}): PathEvaluation {
  const { path, problems } = parseJsonPath(text);
  if (path === undefined) throw new Error(JSON.stringify(problems));
  return evaluateJsonPath(path, {
    document,
    context: () => ({ State: { Name: "S" } }),
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
  });
}

function selected(text: string, document: Json): Json {
  const result = follow(text, document);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const shop = {
  books: [
    { title: "a", price: 8, tags: ["x", "y"] },
    { title: "b", price: 12, isbn: null },
    { title: "c", price: 22, tags: [] },
  ],
  limit: 10,
};

describe("a definite path yields the value itself (R-PATH-04, R-PATH-05)", () => {
  test.each<[string, Json]>([
    ["$.limit", 10],
    ["$.books[1].title", "b"],
    ["$.books[-1].price", 22],
    ["$['books'][1]['isbn']", null],
    ["$", shop],
  ])("%s", (text, value) => {
    expect(selected(text, shop)).toEqual(value);
  });

  test("begins at the context object or at a variable", () => {
    expect(follow("$$.State.Name", {})).toEqual({ ok: true, value: "S" });
    expect(follow("$order.id", {}, { order: { id: 7 } })).toEqual({ ok: true, value: 7 });
  });
});

describe("all others yield an array, an empty one too (R-PATH-04)", () => {
  test.each<[string, Json]>([
    ["$.books[*].title", ["a", "b", "c"]],
    ["$.books[1:].title", ["b", "c"]],
    ["$.books[:1].title", ["a"]],
    ["$.books[-2:].title", ["b", "c"]],
    ["$.books[0:-1].title", ["a", "b"]],
    ["$.books[0,2].title", ["a", "c"]],
    ["$.books[5:]", []],
    ["$.nothing[*]", []],
    ["$.nothing.inside[1:5].x", []],
    ["$..tags", [["x", "y"], []]],
    ["$..price", [8, 12, 22]],
    ["$.books[*].tags[0]", ["x"]],
    [
      "$.books[*]['title','price']",
      [
        { title: "a", price: 8 },
        { title: "b", price: 12 },
        { title: "c", price: 22 },
      ],
    ],
    ["$.books[?(@.price < 20)].title", ["a", "b"]],
    ["$.books[?(@.price > $.limit)].title", ["b", "c"]],
    ["$.books[?(@.price > $.limit && @.isbn)].title", ["b"]],
    ["$.books[?(!@.isbn)].title", ["a", "c"]],
    ["$.books[?(@.title==b)].price", [12]],
    ["$.books[?(@.isbn == null)].title", ["b"]],
    ["$.books[?(@.price == '8')].title", []],
    ["$.books[?(@.tags == $.books[0].tags)].title", ["a"]],
    ["$..[?(@.price > 20)].title", ["c"]],
    ["$.*", [shop.books, 10]],
  ])("%s", (text, value) => {
    expect(selected(text, shop)).toEqual(value);
  });
});

describe("a definite path that leads nowhere: both families of AWS's texts (R-PATH-05)", () => {
  test.each([
    ["$.X", {}, "Invalid path '$.X' : No results for path: $['X']"],
    ["$.no.such.path", {}, "Invalid path '$.no.such.path' : Missing property in path $['no']"],
    ["$.a.b", { a: {} }, "Invalid path '$.a.b' : No results for path: $['a']['b']"],
    ["$.a.b.c", { a: {} }, "Invalid path '$.a.b.c' : Missing property in path $['a']['b']"],
    ["$.a[3]", { a: [] }, "Invalid path '$.a[3]' : No results for path: $['a'][3]"],
  ])("%s on %j", (text, document, cause) => {
    const result = follow(text, document);
    if (result.ok || result.failure.kind !== "missing") throw new Error("found");
    expect(invalidPathText(result.failure.path, result.failure.step)).toBe(cause);
    expect(missingPathText(result.failure.path, "x.$", "{}")).toBe(
      `The JSONPath '${text}' specified for the field 'x.$' could not be found in the input '{}'`,
    );
  });

  test("a variable that is not assigned", () => {
    expect(follow("$x.a", {})).toMatchObject({ ok: false, failure: { kind: "missing", step: -1 } });
  });

  test.each(["__proto__", "constructor", "toString", "length"])("%s is a name like any other", (name) => {
    expect(follow(`$.${name}`, {}).ok).toBe(false);
    expect(follow(`$.${name}`, []).ok).toBe(false);
    expect(selected(`$.${name}`, JSON.parse(`{"${name}":1}`))).toBe(1);
    expect(selected(`$..${name}`, { a: {} })).toEqual([]);
    if (!name.startsWith("_")) expect(follow(`$${name}`, {}).ok).toBe(false);
  });
});

describe("what is not known is not guessed", () => {
  test.each([
    ["$.books.length()", "of its function `length()`"],
    ["$.books[*].size()", "of its function `size()`, which is documented nowhere"],
    ["$.books[?(@.title =~ /a/)]", "of its filter `@.title =~ /a/`"],
    ["$.${Name}.a", "a placeholder stands in it"],
    ["$['limit','books']", "several names stand at its end"],
  ])("%s", (text, what) => {
    expect(follow(text, shop)).toMatchObject({ ok: false, failure: { kind: "unsupported", what } });
  });
});

test("what an evaluation takes is bounded", () => {
  const wide = Array.from({ length: 3000 }, (_, index) => ({ index, inner: [index, [index]] }));
  for (const text of ["$[?(@.index == $[-1].index || $..inner == $..index)]", "$..[?($..x)]..[?($..y)]"]) {
    expect(follow(text, wide)).toMatchObject({ ok: false, failure: { kind: "budget" } });
  }
  let deep: Json = 1;
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  expect(follow("$..[0]", deep)).toMatchObject({ ok: true });
  expect(follow("$[?(@ == $[0])]", deep)).toMatchObject({ ok: false, failure: { kind: "budget" } });
});
