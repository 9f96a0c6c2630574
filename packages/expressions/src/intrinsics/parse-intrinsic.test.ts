import { describe, expect, test } from "vitest";
import { parseTemplateValue } from "../payload-template/parse-template-value.ts";
import { intrinsicFunction, intrinsicNames } from "./intrinsic-function.ts";
import { parseIntrinsic } from "./parse-intrinsic.ts";

describe("a call of an intrinsic function (R-INTR-01)", () => {
  test("has texts, numbers, booleans, null, paths and calls as arguments", () => {
    const { call, problems } = parseIntrinsic(
      "States.Array('it\\'s', -1.5e2, true, null, $.a[?(@.b == 'c,d')].e, $$.x, $v, States.UUID())",
    );
    expect(problems).toEqual([]);
    expect(call?.arguments).toMatchObject([
      { kind: "string", value: "it's", raw: "it\\'s" },
      { kind: "number", value: -150 },
      { kind: "boolean", value: true },
      { kind: "null" },
      { kind: "path", path: { text: "$.a[?(@.b == 'c,d')].e" } },
      { kind: "path", path: { root: { kind: "context" } } },
      { kind: "path", path: { root: { kind: "variable", name: "v" } } },
      { kind: "call", name: "States.UUID", arguments: [] },
    ]);
  });

  test("has exact spans", () => {
    const text = " States.Format( 'a {}' ,$.b)";
    const { call } = parseIntrinsic(text);
    const cut = (span: { start: number; end: number }) => text.slice(span.start, span.end);
    expect(
      call && [cut(call.nameSpan), ...call.arguments.map(({ span }) => cut(span)), cut(call.span)],
    ).toEqual(["States.Format", "'a {}'", "$.b", "States.Format( 'a {}' ,$.b)"]);
  });

  test.each([
    ["States.Fromat('x')", "unknown-function", [0, 13], "There is no intrinsic function `States.Fromat`."],
    [
      "States.Default($.a, 1)",
      "unknown-function",
      [0, 14],
      "There is no intrinsic function `States.Default`.",
    ],
    ["States.ArrayLength()", "argument-count", [0, 20], "`States.ArrayLength` takes 1 argument, not 0."],
    ["States.MathAdd(1)", "argument-count", [0, 17], "`States.MathAdd` takes 2 arguments, not 1."],
    ["States.MathRandom(1)", "argument-count", [0, 20], "`States.MathRandom` takes 2 to 3 arguments, not 1."],
    ["States.Format()", "argument-count", [0, 15], "`States.Format` takes at least 1 argument, not 0."],
    ["States.UUID(1)", "argument-count", [0, 14], "`States.UUID` takes 0 arguments, not 1."],
    ["States.UUID", "syntax", [10, 11], "A parenthesis must follow right after `States.UUID`."],
    ["States.UUID ()", "syntax", [11, 12], "A parenthesis must follow right after `States.UUID`."],
    ["States.UUID() x", "syntax", [14, 15], "Nothing may follow the closing parenthesis."],
    ["States.Array('a' 'b')", "syntax", [17, 18], "A comma or a closing parenthesis must follow here."],
    ["States.Array('a", "syntax", [13, 15], "The text needs a closing single quote."],
    ['States.Array("a")', "syntax", [13, 14], "Text stands in single quotes."],
    ["States.Array(1", "syntax", [12, 13], "The parenthesis is not closed."],
    [
      "States.Format('\\\"')",
      "escape",
      [15, 17],
      "A backslash stands before ', {, } or \\ only, not before \".",
    ],
  ] as const)("%s is refused (R-INTR-02 to R-INTR-04)", (text, kind, [start, end], message) => {
    expect(parseIntrinsic(text).problems).toMatchObject([
      { kind, severity: "error", message, span: { start, end } },
    ]);
  });

  test("names the function that was probably meant", () => {
    expect(parseIntrinsic("States.Fromat('x')").problems[0]?.nearest).toBe("States.Format");
  });

  test("may be 10 calls deep, not 11 (R-INTR-02)", () => {
    const nested = (depth: number) => `${"States.Array(".repeat(depth)}${")".repeat(depth)}`;
    expect(parseIntrinsic(nested(10)).problems).toEqual([]);
    expect(parseIntrinsic(nested(11)).problems).toMatchObject([{ kind: "depth", span: { start: 130 } }]);
    expect(parseIntrinsic(nested(100_000)).problems).toHaveLength(1);
  });

  test("a backslash before n: machines in use hold it, AWS's answer is not measured", () => {
    expect(parseIntrinsic("States.Format('a\\nb')").problems).toMatchObject([
      { kind: "escape", severity: "warning" },
    ]);
  });
});

describe("the table of functions", () => {
  test("has the 18 of the documentation; its examples have the right number of arguments", () => {
    expect(intrinsicNames).toHaveLength(18);
    for (const name of intrinsicNames) {
      for (const [call] of intrinsicFunction(name)?.examples ?? []) {
        expect(parseIntrinsic(call).problems).toEqual([]);
      }
    }
  });

  test("knows own names only", () => {
    expect(intrinsicFunction("constructor")).toBeUndefined();
    expect(parseIntrinsic("__proto__()").problems).toMatchObject([{ kind: "unknown-function" }]);
  });
});

describe("the value of a `.$` member (R-JP-07)", () => {
  test.each([
    ["$", "path"],
    ["$$.Execution.Name ", "path"],
    ["$x.y", "path"],
    ["States.UUID()", "call"],
    [" States.Format('{}', $.a)", "call"],
  ])("%s", (text, kind) => {
    expect(parseTemplateValue(text)).toMatchObject({ value: { kind }, problems: [] });
  });

  test.each(["", "23", "prod-v1", "x", "States.", "uuid()", ".a", "States.Format"])(
    "%j is neither",
    (text) => {
      const { problems } = parseTemplateValue(text);
      expect(problems.some(({ severity }) => severity === "error")).toBe(true);
    },
  );
});
