import { describe, expect, test } from "vitest";
import type { JsonPath, JsonPathStep } from "./json-path.ts";
import { parseJsonPath } from "./parse-json-path.ts";
import { printJsonPath } from "./print-json-path.ts";

function pathOf(text: string): JsonPath {
  const { path, problems } = parseJsonPath(text);
  if (path === undefined) throw new Error(`${text}: ${JSON.stringify(problems)}`);
  return path;
}

/** Kinds and contents of the steps, short. */
function shape(text: string): unknown[] {
  return pathOf(text).steps.map((step: JsonPathStep) => {
    if (step.kind === "child") return step.name;
    if (step.kind === "index") return step.index;
    if (step.kind === "children") return step.names.map(({ name }) => name);
    if (step.kind === "indices") return step.indices.map(({ index }) => index);
    if (step.kind === "slice") return `${step.from ?? ""}:${step.to ?? ""}`;
    return step.kind;
  });
}

describe("a path (R-PATH-01, R-PATH-02)", () => {
  test.each<[string, unknown[]]>([
    ["$", []],
    ["$$", []],
    ["$.a.b", ["a", "b"]],
    ["$.a[0].b[-1]", ["a", 0, "b", -1]],
    ["$['store'][0]['book']", ["store", 0, "book"]],
    ['$["a b"]', ["a b"]],
    ["$.detail-type", ["detail-type"]],
    ["$.a[0,2]", ["a", [0, 2]]],
    ["$['a', 'b']", [["a", "b"]]],
    ["$.a[1:]", ["a", "1:"]],
    ["$.a[:-1]", ["a", ":-1"]],
    ["$.a[-3:]", ["a", "-3:"]],
    ["$[*][*]", ["wildcard", "wildcard"]],
    ["$.*.a", ["wildcard", "a"]],
    ["$..age", ["descent", "age"]],
    ["$..[0]", ["descent", 0]],
    ["$.[0].body", [0, "body"]],
    ["$.[*].['bucket', 'key']", ["wildcard", ["bucket", "key"]]],
    ["$.store\\.book", ["store.book"]],
    ["$.\\stor\\e.boo\\k", ["store", "book"]],
    ["$.foo\\@bar.baz\\[\\[.\\?pretty", ["foo@bar", "baz[[", "?pretty"]],
    ["$.&Ж中.\\uD800\\uDF46", ["&Ж中", "\ud800\udf46"]],
    ["$['it\\'s']", ["it's"]],
    ["$.${Table.Key}.b", ["${Table.Key}", "b"]],
    ["$[ 1 ]", [1]],
    ["$.\\*", ["*"]],
    ["$.__proto__['constructor']", ["__proto__", "constructor"]],
    ["$$.Execution.Name ", ["Execution", "Name"]],
    ["$.a.length()", ["a", "function"]],
  ])("%s", (text, steps) => {
    expect(shape(text)).toEqual(steps);
  });

  test("begins at the data, at the context object or at a variable", () => {
    expect(pathOf("$.a").root).toEqual({ kind: "document", span: { start: 0, end: 1 } });
    expect(pathOf("$$.a").root).toEqual({ kind: "context", span: { start: 0, end: 2 } });
    expect(pathOf("$größe[0]").root).toEqual({ kind: "variable", name: "größe", span: { start: 0, end: 6 } });
  });

  test("has exact spans", () => {
    const text = "$.a['b c'][0]..d";
    const spans = pathOf(text).steps.map(({ span }) => text.slice(span.start, span.end));
    expect(spans).toEqual(["a", "['b c']", "[0]", "..", "d"]);
  });

  test("is frozen all the way down", () => {
    const path = pathOf("$.a[?(@.b == 1)]['x','y']");
    const parts: unknown[] = [path];
    for (const part of parts) {
      if (typeof part !== "object" || part === null) continue;
      expect(Object.isFrozen(part)).toBe(true);
      parts.push(...Object.values(part));
    }
    expect(parts.length).toBeGreaterThan(20);
  });

  test.each([
    ["$.a[0].b", true, true],
    ["$$.Execution.Input", true, true],
    ["$x.a", true, true],
    ["$.a:b", false, true],
    ["$['a:b']", true, true],
    ["$.a\\:b", true, true],
    ["$.a[0,1]", false, false],
    ["$.a[1:]", false, false],
    ["$.a[*]", false, false],
    ["$..a", false, false],
    ["$.a[?(@.b)]", false, false],
    ["$.a.length()", false, true],
  ])("%s: Reference Path %j, definite %j (R-PATH-03, R-PATH-04)", (text, isReference, isDefinite) => {
    expect(pathOf(text)).toMatchObject({ isReference, isDefinite });
  });
});

describe("a filter", () => {
  function filterOf(text: string) {
    const step = pathOf(text).steps.find(({ kind }) => kind === "filter");
    if (step?.kind !== "filter") throw new Error("no filter");
    return step;
  }

  test("compares what a path of the item leads to", () => {
    expect(filterOf("$.pets[?(@.species == 'cat' && @.age<5)]").expression).toMatchObject({
      kind: "and",
      operands: [
        { kind: "compare", operator: "==", right: { value: "cat" } },
        { kind: "compare", operator: "<", left: { path: { root: { kind: "item" } } }, right: { value: 5 } },
      ],
    });
  });

  test("takes text without quotes, and paths of the data", () => {
    expect(filterOf("$..x[?(@.status==Failure)]").expression).toMatchObject({
      right: { kind: "literal", value: "Failure", bare: true },
    });
    expect(filterOf("$.a[?(@.workerId == $.agent_id)].b").expression).toMatchObject({
      right: { kind: "path", path: { root: { kind: "document" } } },
    });
  });

  test("asks whether something is there, combines and negates", () => {
    expect(filterOf("$[?(!(@.a || @.b['c'][0]) && @.d != null)]").expression).toMatchObject({
      kind: "and",
      operands: [
        { kind: "not", operand: { kind: "or", operands: [{ kind: "exists" }, { kind: "exists" }] } },
        { kind: "compare", operator: "!=", right: { value: null } },
      ],
    });
  });

  test("in another form stays text, without a complaint", () => {
    expect(filterOf("$[?(@.name =~ /a.*(b)/i)]")).toMatchObject({ text: "@.name =~ /a.*(b)/i" });
    expect(filterOf("$[?(@.name =~ /a.*(b)/i)]").expression).toBeUndefined();
  });

  test("holds brackets and parentheses in quotes", () => {
    expect(filterOf("$[?(@['a)]'] == ')')].b").expression).toMatchObject({ right: { value: ")" } });
  });

  test("nested too deep stays text", () => {
    const text = `$${"[?(@".repeat(300)}.a${")]".repeat(300)}`;
    expect(parseJsonPath(text).problems).toEqual([]);
  });
});

describe("what is no path", () => {
  test.each([
    ["", [0, 0], "A path begins with `$`."],
    ["a.b", [0, 1], "A path begins with `$`."],
    ["..guid", [0, 1], "A path begins with `$`."],
    ["$.", [1, 2], "A name or a bracket must follow the dot."],
    ["$...", [1, 4], "A name or a bracket must follow the dot."],
    ["$.a..", [3, 5], "A name or a bracket must follow the dot."],
    ["$.Instances[0]InstanceId", [14, 15], "A dot or a bracket must follow here."],
    ["$.my name", [5, 6], "A dot or a bracket must follow here."],
    ["$5", [1, 2], "`$`, `$$` or the name of a variable is followed by a dot or a bracket."],
    ["$$name", [2, 3], "`$`, `$$` or the name of a variable is followed by a dot or a bracket."],
    ["$.a[", [3, 4], "Between brackets stands a name in quotes, an index, a slice, `*` or a filter `?(…)`."],
    [
      "$.a[b]",
      [3, 5],
      "Between brackets stands a name in quotes, an index, a slice, `*` or a filter `?(…)`.",
    ],
    ["$.a['b]", [4, 7], "The name needs a closing '."],
    ["$.a[0", [3, 5], "The bracket is not closed."],
    ["$.a[:]", [3, 6], "A slice needs a start or an end; `[*]` takes everything."],
    ["$.a[0:4:2]", [7, 8], "A slice has a start and an end, and no step."],
    ["$.a[?@.b]", [3, 6], "A filter has the form `[?(…)]`."],
    ["$.a[?(@.b]", [3, 10], "The filter is not closed."],
    ["$.a.length(", [10, 11], "The parenthesis is not closed."],
  ] as const)("%s", (text, [start, end], message) => {
    const { path, problems } = parseJsonPath(text);
    expect(path).toBeUndefined();
    expect(problems).toEqual([{ kind: "syntax", severity: "error", span: { start, end }, message }]);
  });

  test("is told in time that grows with its length", () => {
    for (const part of ["[?(", "${", "$", "..", "['a',", "(", "\\", "[?(@.a == 'x' && ", "!"]) {
      expect(parseJsonPath(`$.a${part.repeat(50_000)}`).problems.length).toBeLessThan(2);
    }
  });
});

test.each([
  ["$.['order'].[ 0 ]['detail type']", "$.order[0]['detail type']"],
  ["$..[?( @.a=='x'||!@.b )].c", "$..[?((@.a == 'x') || !@.b)].c"],
  ["$['a'][\"it's\"]", "$.a['it\\'s']"],
  ["$$.Map.Item.Value[1:].*", "$$.Map.Item.Value[1:][*]"],
  ["$..a.length()", "$..a.length()"],
])("%s is printed as %s", (text, printed) => {
  expect(printJsonPath(pathOf(text))).toBe(printed);
});
