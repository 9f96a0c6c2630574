import { describe, expect, test } from "vitest";
import { type JsonNode, nodeAt } from "./json-tree.ts";
import { parseYaml } from "./parse-yaml.ts";

const readValue = (text: string): unknown => {
  const { root, problems } = parseYaml(text);
  expect(problems).toEqual([]);
  return root && JSON.parse(JSON.stringify(root.value));
};

/** What is wrong, and at which characters. */
function problemsOf(text: string): (readonly [message: string, at: string])[] {
  return parseYaml(text).problems.map(({ kind, message, span }) => [
    message === "" ? kind : message,
    text.slice(span.start, span.end),
  ]);
}

function nodeOf(text: string, ...keys: string[]): JsonNode {
  const { root } = parseYaml(text);
  const found = root && nodeAt(root, keys);
  if (found === undefined) throw new Error("The text has no such value.");
  return found.node;
}

const sourceOf = (text: string, ...keys: string[]): string => {
  const { start, end } = nodeOf(text, ...keys);
  return text.slice(start, end);
};

describe("values of the core schema", () => {
  test.each([
    ["null, ~, true, False, 12, -1.5e3", [null, null, true, false, 12, -1500]],
    ["0x10, 0o17, 010, +1, -0, .5", [16, 15, 10, 1, 0, 0.5]],
    ["yes, on, 2020-01-01, 12:30:45, 1_000", ["yes", "on", "2020-01-01", "12:30:45", "1_000"]],
    ["'it''s', \"a\\tb\\u00e9\\x41\", !!str 1, ! 2", ["it's", "a\tbéA", "1", "2"]],
    ["!!int 3, !!float 3, !!null '', !!bool true", [3, 3, null, true]],
  ])("%s", (text, expected) => {
    expect(readValue(`[${text}]`)).toEqual(expected);
  });

  test("keys are text", () => {
    expect(readValue("1: a\ntrue: b\n~: c\n2020-01-01: d\n0x10: e\n? f\n: g\n'': h\n")).toEqual({
      "0x10": "e",
      "1": "a",
      "2020-01-01": "d",
      "": "h",
      f: "g",
      true: "b",
      "~": "c",
    });
    expect(problemsOf("? [a, b]\n: 1\n")).toEqual([["A key is a text, not an object or a list.", "[a, b]"]]);
  });

  test("numbers that JSON does not have", () => {
    expect(problemsOf("- .inf\n- .NaN\n- 1e400\n- !!int x\n")).toEqual([
      ["JSON has no number `.inf`; a text needs quotes.", ".inf"],
      ["JSON has no number `.NaN`; a text needs quotes.", ".NaN"],
      ["This number is too large.", "1e400"],
      ["`x` is no `!!int`.", "x"],
    ]);
  });

  test("`%YAML 1.1` changes nothing", () => {
    expect(readValue("%YAML 1.1\n---\n[yes, 010, 2020-01-01]\n")).toEqual(["yes", 10, "2020-01-01"]);
  });

  test("texts on several lines", () => {
    expect(
      readValue("a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n  z\nc: |+\n  x\n\nd: one\n  two\n\n  three\n"),
    ).toEqual({
      a: "x\n y\n",
      b: "x y\nz",
      c: "x\n\n",
      d: "one two\nthree",
    });
  });

  test("objects have no prototype, and are frozen", () => {
    const { root } = parseYaml("__proto__: { polluted: 1 }\nconstructor: 2\n");
    expect(Object.keys(root?.value ?? {})).toEqual(["__proto__", "constructor"]);
    expect(Object.isFrozen(root?.value)).toBe(true);
    expect(Reflect.get(root?.value as object, "toString")).toBeUndefined();
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  test("a byte order mark, Windows line breaks and tabs between tokens", () => {
    const text = "\ufeffStartAt:\tA\t# first\r\nStates:\r\n  A: { Type: Pass }\r\nText: |\r\n  x\r\n  y\r\n";
    expect(readValue(text)).toEqual({ StartAt: "A", States: { A: { Type: "Pass" } }, Text: "x\ny\n" });
    expect(sourceOf(text, "StartAt")).toBe("A");
    expect(sourceOf(text, "States")).toBe("A: { Type: Pass }");
    expect(sourceOf(text, "Text")).toBe("|\r\n  x\r\n  y");
  });

  test.each(["", "\n\n", "# nothing\n", "---\n", "--- # nothing\n...\n"])("%j is empty", (text) => {
    expect(parseYaml(text)).toEqual({ problems: [], tags: [] });
  });
});

describe("places", () => {
  const text = `# about the machine
a: plain text # why
"b" : 'quoted'
list:
- 1
-   two: 2 # more
    three: |-
      long

# the end
d: { e: [f, "g"] }   # flow
`;

  test.each([
    [["a"], "plain text"],
    [["b"], "'quoted'"],
    [["list"], "- 1\n-   two: 2 # more\n    three: |-\n      long"],
    [["list", "1"], "two: 2 # more\n    three: |-\n      long"],
    [["list", "1", "three"], "|-\n      long"],
    [["d"], '{ e: [f, "g"] }'],
    [["d", "e", "1"], '"g"'],
  ])("%j is %j", (keys, expected) => {
    expect(sourceOf(text, ...keys)).toBe(expected);
  });

  test("keys have theirs", () => {
    const { root } = parseYaml(text);
    expect(root?.members?.map(({ keySpan }) => text.slice(keySpan.start, keySpan.end))).toEqual([
      "a",
      '"b"',
      "list",
      "d",
    ]);
  });

  test("block style is told from flow style", () => {
    expect(nodeOf(text).block).toBe(true);
    expect(nodeOf(text, "list").block).toBe(true);
    expect(nodeOf(text, "d").block).toBeUndefined();
  });
});

describe("anchors, aliases and merge keys", () => {
  test("an alias has the value and the place of its anchor", () => {
    const text = "a: &x [1, 2]\nb: *x\nc: &x 3\nd: *x\n";
    expect(readValue(text)).toEqual({ a: [1, 2], b: [1, 2], c: 3, d: 3 });
    expect(sourceOf(text, "b", "1")).toBe("2");
    expect(sourceOf(text, "d")).toBe("3");
  });

  test("what an object has itself counts before what it merges, the first merged object before the second", () => {
    expect(
      readValue("a: &a { x: 1, y: 1 }\nb: &b { y: 2, z: 2 }\nc: { z: 3, <<: [*a, *b] }\n"),
    ).toMatchObject({
      c: { x: 1, y: 1, z: 3 },
    });
    expect(readValue("'<<': 1\n")).toEqual({ "<<": 1 });
    expect(problemsOf("a: { <<: 1 }\n")).toEqual([
      ["Behind `<<` stands an object, or a list of objects.", "1"],
    ]);
  });

  test("an alias needs an anchor before it, and cannot stand inside it", () => {
    expect(problemsOf("a: *b\nb: &b 1\n")).toEqual([["There is no anchor `&b` before this alias.", "*b"]]);
    expect(problemsOf("a: &a [1, { b: *a }]\n")).toEqual([
      ["The alias `*a` stands inside the value it stands for.", "*a"],
    ]);
  });

  test("aliases that hold aliases are bounded", () => {
    const lines = Array.from(
      { length: 20 },
      (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(10)}]`,
    );
    expect(problemsOf(["a0: &a0 [1]", ...lines].join("\n"))).toEqual([["too-many-aliases", "*a4"]]);
    const merges = lines.map((line) => line.replace("[", "{ <<: [").replace("]", "] }"));
    expect(problemsOf(["a0: &a0 { b: 1 }", ...merges].join("\n"))[0]?.[0]).toBe("too-many-aliases");
  });

  test("aliases are no way around the depth", () => {
    const nested = (inner: string): string => "[".repeat(500) + inner + "]".repeat(500);
    expect(problemsOf(`- &a ${nested("1")}\n- ${nested("*a")}\n`)).toEqual([["too-deep", "*a"]]);
  });
});

test("tags of CloudFormation are kept, with the value behind them", () => {
  const text = 'a: !Sub "${b}"\nb: !GetAtt\n  - c\n  - !Ref 1\nd: !If { e: !!str 1 }\nf: !Sub\n';
  const { root, problems, tags } = parseYaml(text);
  expect(problems).toEqual([]);
  expect(root?.value).toEqual({ a: "${b}", b: ["c", "1"], d: { e: "1" }, f: "" });
  expect(nodeOf(text, "a").tag).toBe("!Sub");
  expect(nodeOf(text, "b").tag).toBe("!GetAtt");
  expect(nodeOf(text, "b", "1").tag).toBe("!Ref");
  expect(nodeOf(text, "d").tag).toBe("!If");
  expect(nodeOf(text, "d", "e").tag).toBeUndefined();
  expect(tags.map(({ tag, span }) => [tag, text.slice(span.start, span.end)])).toEqual([
    ["!Sub", "!Sub"],
    ["!GetAtt", "!GetAtt"],
    ["!Ref", "!Ref"],
    ["!If", "!If"],
    ["!Sub", "!Sub"],
  ]);
});

describe("mistakes have a place, and what can be read is read", () => {
  test.each([
    ["a: 1\nb: c: 2\nd: 3\n", "Only one field stands on a line: a text with `: ` in it needs quotes.", "c"],
    [
      "a: [1, 2\nb: 3\n",
      "A `[` or `{` is never closed, or is closed at a line that is not indented far enough.",
      "b",
    ],
    ["a: 'x\n", "The text has no closing quote.", ""],
    ["a:\n\tb: 1\n", "A tab cannot indent a line: use blanks.", "\t"],
    ['a: "\\q"\n', "There is no such escape in a text in double quotes.", "\\"],
    ["a: @b\n", "A text that begins with this character needs quotes.", "@"],
    ["a: 1\n---\nb: 2\n", "A second document begins here; only the first one is read.", "---"],
    ["a: 1\nb\n", "There is no `:` and value for this key.", "b"],
    [
      "a: |x\n  b\n",
      "Behind `|` or `>` stand only `+`, `-`, a digit and a comment; the text begins on the next line.",
      "x",
    ],
    ["a: 1\nb: 2\na: 3\n", "duplicate-key", "a"],
  ])("%j", (text, message, at) => {
    const found = problemsOf(text);
    expect(found.map(([what]) => what)).toContain(message);
    const [, where = ""] = found.find(([what]) => what === message) ?? [];
    expect(where.slice(0, at.length)).toBe(at);
    expect(parseYaml(text).root).toBeDefined();
  });

  test("of a key that stands twice, both places are told", () => {
    const text = "a: 1\nb: 2\n'a': 3\n";
    const [problem] = parseYaml(text).problems;
    expect(problem).toMatchObject({ kind: "duplicate-key", name: "a", first: { start: 0, end: 1 } });
    expect(problem?.span).toEqual({ start: 10, end: 13 });
    expect(parseYaml(text).root?.value).toEqual({ a: 3, b: 2 });
  });
});

test.each(["]", "[,", "*a ", "? ", "a: 'x\n", "a:\n\tb: 1\n", "\\q", "%a\n", "}: ", "&a ", "a: b: c\n"])(
  "a text of nothing but %j has a thousand mistakes at most of each kind",
  (piece) => {
    const { problems } = parseYaml(piece.repeat(4_000));
    expect(problems.length).toBeLessThanOrEqual(2001);
  },
);

test("a caller that leaves little of the stack gets no exception", () => {
  const blocks = Array.from({ length: 450 }, (_, depth) => `${" ".repeat(depth)}a:\n${" ".repeat(depth)}-\n`);
  const text = `${blocks.join("")}${" ".repeat(450)}1\nb: 1\n`;
  const kinds = new Set<string>();
  const callFrom = (depth: number): void => {
    if (depth > 0) callFrom(depth - 1);
    else for (const { kind } of parseYaml(text).problems) kinds.add(kind);
  };
  for (let depth = 0; depth < 6000; depth += 1000) callFrom(depth);
  expect([...kinds].filter((kind) => kind !== "too-deep")).toEqual([]);
});

describe("nesting", () => {
  const block = (depth: number): string =>
    `${Array.from({ length: depth }, (_, index) => `${" ".repeat(index)}a:\n`).join("")}${" ".repeat(depth)}1`;

  test.each([
    ["flow", (depth: number) => "[".repeat(depth) + "]".repeat(depth)],
    ["flow objects", (depth: number) => `${"{a: ".repeat(depth)}1${"}".repeat(depth)}`],
    ["flow, as a key", (depth: number) => `? ${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}\n: 1`],
    ["block", block],
    ["lists on one line", (depth: number) => `${"- ".repeat(depth)}1`],
  ])("1000 levels are read and one more is not: %s", (_, nested) => {
    expect(parseYaml(nested(1000)).problems.filter(({ kind }) => kind === "too-deep")).toEqual([]);
    expect(parseYaml(nested(1000)).root).toBeDefined();
    expect(parseYaml(nested(1001))).toMatchObject({ problems: [{ kind: "too-deep" }] });
    expect(parseYaml(nested(1001)).root).toBeUndefined();
  });

  test("what stands behind deep values is read as ever", () => {
    const text = `${block(130)}\nb: { c: ${"[".repeat(130)}1, 2]${"]".repeat(129)}, d: 3 } # end\ne: 4\n`;
    expect(problemsOf(text)).toEqual([]);
    expect(sourceOf(text, "b", "d")).toBe("3");
    expect(sourceOf(text, "b").endsWith("], d: 3 }")).toBe(true);
    expect(sourceOf(text, "e")).toBe("4");
    expect(sourceOf(text, "a")).toBe(text.slice(text.indexOf("a:", 2), text.indexOf("\nb:")));
  });

  test("deep values keep their places, anchors and tags", () => {
    const text = `${"[".repeat(49)}[!x &a [1, *b], &c [ [2], *c ], 3]${"]".repeat(49)}`;
    const keys = Array<string>(49).fill("0");
    expect(sourceOf(text, ...keys, "0")).toBe("[1, *b]");
    expect(nodeOf(text, ...keys, "0")).toMatchObject({ tag: "!x" });
    expect(problemsOf(text)).toEqual([
      ["There is no anchor `&b` before this alias.", "*b"],
      ["The alias `*c` stands inside the value it stands for.", "*c"],
    ]);
    const { value } = nodeOf(block(120), ...Array<string>(119).fill("a"));
    expect(value).toEqual({ a: 1 });
  });

  test.each([
    ["10,000 levels of flow", "[{a: ".repeat(5000)],
    ["2,000 levels of block", block(1000).replaceAll(/( +)a:\n/g, "$1a:\n$1-\n")],
    ["10,000 dashes", "- ".repeat(10_000)],
    ["10,000 question marks", "? ".repeat(10_000)],
  ])("%s are no crash", (_, text) => {
    expect(parseYaml(text).problems).toMatchObject([{ kind: "too-deep" }]);
  });

  test("brackets inside texts are no levels", () => {
    const list = Array.from({ length: 3000 }, () => "- a [ { b\n- '[[{'\n").join("");
    expect(parseYaml(list).problems).toEqual([]);
  });
});

test("a text that is longer than any definition is left unread", () => {
  expect(parseYaml("x".repeat(10_000_000)).problems.map(({ kind }) => kind)).toEqual(["too-long"]);
});
