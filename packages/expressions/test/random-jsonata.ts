import fc from "fast-check";

/** JSON data with the fields that the random expressions ask for. */
export const randomData: fc.Arbitrary<unknown> = fc
  .letrec<{ value: unknown; object: unknown }>((tie) => {
    const scalar = fc.oneof(
      fc.integer({ min: -3, max: 9 }),
      fc.constantFrom(0.5, 2.25, 1e21, -1.5),
      fc.constantFrom("", "a", "ab", "b c", "10", "é", "x1y22", "2020-01-02T03:04:05.678Z"),
      fc.boolean(),
      fc.constant(null),
    );
    return {
      value: fc.oneof(
        { maxDepth: 4, depthSize: "medium" },
        { arbitrary: scalar, weight: 4 },
        { arbitrary: fc.array(tie("value"), { maxLength: 4 }), weight: 2 },
        { arbitrary: tie("object"), weight: 2 },
      ),
      object: fc.record(
        {
          a: tie("value"),
          b: tie("value"),
          c: tie("value"),
          n: fc.integer({ min: -5, max: 20 }),
          s: fc.constantFrom("x", "a b", "Hello"),
        },
        { requiredKeys: [] },
      ),
    };
  })
  .value.chain((value) =>
    fc.record(
      {
        a: fc.constant(value),
        b: fc.array(fc.record({ a: fc.integer({ min: 0, max: 5 }), s: fc.constantFrom("p", "q") }), {
          maxLength: 4,
        }),
        n: fc.integer({ min: -5, max: 9 }),
        s: fc.constantFrom("x", "Hello world", "a,b,,c"),
      },
      { requiredKeys: [] },
    ),
  );

/** Texts of JSONata expressions: nearly all read, most of them with a value on {@link randomData}. */
export const randomExpression: fc.Arbitrary<string> = fc.letrec<Record<string, string>>((tie) => {
  const e = tie("expression");
  const f = tie("lambda");
  const text = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
    fc
      .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
      .map((all) => all.join(""));
  const oneOf = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
  const name = oneOf("a", "b", "c", "n", "s", "`a`");
  const number = oneOf("0", "1", "2", "-1", "3", "0.5", "10", "1.5e2");
  const string = oneOf("''", "'a'", '"b"', "'Hello'", "'1'", "'x y'");
  const leaf = fc.oneof(
    { arbitrary: name, weight: 6 },
    { arbitrary: number, weight: 3 },
    { arbitrary: string, weight: 3 },
    { arbitrary: oneOf("$", "$$", "true", "false", "null", "$v", "$w", "*", "**", "[]", "{}"), weight: 3 },
  );
  const call = fc.oneof(
    text(
      "$",
      oneOf(
        "sum",
        "count",
        "max",
        "min",
        "average",
        "reverse",
        "distinct",
        "keys",
        "string",
        "number",
        "length",
        "uppercase",
        "lowercase",
        "trim",
        "boolean",
        "not",
        "exists",
        "type",
        "spread",
        "merge",
        "floor",
        "ceil",
        "round",
        "abs",
        "sqrt",
        "sort",
        "base64encode",
        "base64decode",
        "encodeUrlComponent",
        "single",
        "flatten",
        "clone",
      ),
      "(",
      e,
      ")",
    ),
    text(
      "$",
      oneOf(
        "append",
        "lookup",
        "join",
        "split",
        "contains",
        "power",
        "substring",
        "substringBefore",
        "substringAfter",
        "pad",
        "round",
        "zip",
        "formatBase",
        "string",
      ),
      "(",
      e,
      ", ",
      e,
      ")",
    ),
    text("$", oneOf("map", "filter", "each", "sift", "single", "reduce", "sort"), "(", e, ", ", f, ")"),
    text(
      "$",
      oneOf("map", "filter"),
      "(",
      e,
      ", $",
      oneOf("string", "sum", "not", "exists", "type", "round", "substring"),
      ")",
    ),
    text("$reduce(", e, ", function($v, $w) { ", e, " }, ", e, ")"),
    text(
      "$",
      oneOf("match", "split", "contains"),
      "(",
      e,
      ", ",
      oneOf("/a/", "/[a-z]+/i", "/(\\w)(\\d)*/", "/ /", "/,/", "/$/"),
      ")",
    ),
    text(
      "$replace(",
      e,
      ", ",
      oneOf("'a'", "/l+/", "/(.)(.)/"),
      ", ",
      oneOf("'-'", "'$2$1'", "'$$'", "'[$0]'"),
      ")",
    ),
    text("$formatNumber(", e, ", ", oneOf("'0'", "'#,##0.00'", "'0.0#'", "'00%'", "'#.#;(0)'"), ")"),
    text("$formatInteger(", e, ", ", oneOf("'0'", "'#,##0'", "'w'", "'I'", "'a'", "'Ww;o'", "'1;o'"), ")"),
    text(
      "$fromMillis(",
      number,
      " * 1e10",
      oneOf(")", ", '[Y]-[M01]-[D]')", ", '[FNn], [MNn] [D1o] [W] [H]:[m]')"),
    ),
    text("$toMillis($fromMillis(", number, " * 1e11))"),
    text(f, "(", e, ", ", e, ")"),
    text("$substring(", string, ", ?, 2)(", number, ")"),
  );
  const step = fc.oneof(
    { arbitrary: name, weight: 5 },
    { arbitrary: oneOf("*", "**", "$", "%"), weight: 2 },
    { arbitrary: text("(", e, ")"), weight: 2 },
    { arbitrary: text("[", e, ", ", e, "]"), weight: 1 },
    { arbitrary: text("{", string, ": ", e, "}"), weight: 1 },
    { arbitrary: text("$", oneOf("string", "count", "type"), "()"), weight: 1 },
  );
  const path = fc.oneof(
    text(e, ".", step),
    text(name, ".", step, ".", step),
    text(name, "[", e, "].", step),
    text(name, "@$v.", step),
    text(name, "#$w[", e, "].", step),
    text(name, ".", name, "@$v#$w.", fc.oneof(step, oneOf("($v)", "{'v': $v, 'w': $w}"))),
    text(e, "[", e, "]"),
    text(e, "[", number, "]"),
    text(e, "[]"),
    text(e, "^(", oneOf("", ">"), e, ")"),
    text(e, "{", fc.oneof(string, text("$string(", e, ")")), ": ", e, "}"),
    text(name, ".", name, ".(%.", name, ")"),
    text(name, ".", name, "[%.", name, " = ", e, "]"),
  );
  const operator = oneOf("+", "-", "*", "/", "%", "&", "=", "!=", "<", "<=", ">", ">=", "in", "and", "or");
  const inner = fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    { arbitrary: leaf, weight: 6 },
    { arbitrary: path, weight: 6 },
    { arbitrary: call, weight: 5 },
    { arbitrary: text("(", e, " ", operator, " ", e, ")"), weight: 4 },
    { arbitrary: text(e, " ", operator, " ", e), weight: 1 },
    { arbitrary: text("(", e, " ? ", e, " : ", e, ")"), weight: 2 },
    { arbitrary: text("(", e, " ? ", e, ")"), weight: 1 },
    { arbitrary: text("($v := ", e, "; ", e, ")"), weight: 2 },
    { arbitrary: text("[", e, ", ", e, "]"), weight: 2 },
    { arbitrary: text("[", e, "]"), weight: 1 },
    { arbitrary: text("[", number, "..", number, "]"), weight: 1 },
    { arbitrary: text("{'k': ", e, ", 'l': ", e, "}"), weight: 2 },
    { arbitrary: text("-(", e, ")"), weight: 1 },
    {
      arbitrary: text(
        e,
        " ~> $",
        oneOf("count", "sum", "string", "map(function($v) { $v })", "distinct", "keys"),
        ")",
      ),
      weight: 2,
    },
    {
      arbitrary: text(
        "(",
        e,
        " ~> |",
        fc.oneof(name, oneOf("$", "**")),
        "|{'z': ",
        e,
        "}",
        oneOf("|", ", 'a'|"),
        ")",
      ),
      weight: 1,
    },
  );
  return {
    expression: inner,
    lambda: fc.oneof(
      text("function($v) { ", e, " }"),
      text("function($v, $w) { ", e, " }"),
      text("function($v, $w) { ($w := $v; ", e, ") }"),
      text("function($v) { $v ? $string(", e, ") : $count(", e, ") }"),
    ),
  };
}).expression as fc.Arbitrary<string>;
