import ts from "typescript";
import { describe, expect, test } from "vitest";
import { readArrow } from "../../src/index.ts";
import { shown } from "../support/shown.ts";

// What tools do to the text of a function changes nothing of its tree.

function read(text: string): string {
  const { body, problems } = readArrow(new Function(`return (${text});`)());
  return body ? shown(body) : problems.map(({ message, why }) => `${message} ${why}`).join("\n");
}

/** A function as a compiler leaves it. */
function compiled(source: string, options: ts.CompilerOptions): string {
  const { outputText } = ts.transpileModule(`export const f = ${source};`, {
    compilerOptions: { module: ts.ModuleKind.ESNext, ...options },
  });
  const start = outputText.indexOf("f = ") + 4;
  return outputText.slice(start, outputText.lastIndexOf(";"));
}

const sources = [
  "({ input }) => input.user?.name ?? 'x'",
  "({ input, vars }) => ({ ...input, n: vars.n + 1_000 })",
  "({ input: { a = 1, b: { c } } }) => `${a}-${c}`",
  "({ input }) => input.items?.filter((x) => x?.on ?? false).map(({ id }) => id)",
  "({ input }) => { const t = input.a; if (t > 3) { return void 0; } return t?.b.c ?? null; }",
  "({ input }) => [...input.xs, { ...input.o, ...input.p }]",
];

describe("TypeScript's targets", () => {
  test.each(sources)("%s", (source) => {
    const plain = read(source);
    expect(plain).not.toMatch(/cannot/);
    for (const target of [ts.ScriptTarget.ES2017, ts.ScriptTarget.ES2018, ts.ScriptTarget.ES2020]) {
      expect(read(compiled(source, { target }))).toBe(plain);
    }
  });

  test("ES5 is refused, and the message names the way out", () => {
    const old = compiled("({ input }) => input.a", {
      target: ts.ScriptTarget.ES5,
      ignoreDeprecations: "6.0",
    });
    const { problems } = readArrow(new Function(`return (${old});`)());
    expect(problems.map(({ why, help }) => `${why} ${help}`)).toEqual([
      "It was compiled for an old target (ES5). Set the target of your compiler to ES2017 or later.",
    ]);
  });
});

test.each([
  // minifiers
  ["({input:n,vars:e})=>n.a?!0:!1", "({ input, vars }) => input.a ? true : false"],
  ['({input:n})=>"string"==typeof n.a', '({ input }) => typeof input.a === "string"'],
  ["({input:n})=>null==n.a", "({ input }) => input.a == null"],
  ["({input:n})=>n.a===void 0", "({ input }) => input.a === undefined"],
  ["({input:n})=>`it's`", '({ input }) => "it\'s"'],
  ["({input:n})=>(x=>x+1)(n.a)", "({ input }) => input.a + 1"],
  // powers of esbuild for ES2015
  ["({ input }) => __pow(input.a, 2)", "({ input }) => input.a ** 2"],
  // module runners
  ["({ input }) => (0, String)(input.a)", "({ input }) => String(input.a)"],
  // keepNames of esbuild and tsx, and what a minifier makes of it
  [
    '({ input }) => { const inc = __name((x) => x + 1, "inc"); return inc(input.a); }',
    "({ input }) => { const inc = (x) => x + 1; return inc(input.a); }",
  ],
  ['({input:n})=>n.xs.map(r(o=>o+1,"inner"))', "({ input }) => input.xs.map((o) => o + 1)"],
  [
    '({ input }) => { function inc(x) { return x + 1; } __name(inc, "inc"); return inc(input.a); }',
    "({ input }) => { const inc = (x) => x + 1; return inc(input.a); }",
  ],
  // object spread of esbuild, swc and babel
  [
    "({ input }) => __spreadProps(__spreadValues({}, input), { a: 1 })",
    "({ input }) => ({ ...input, a: 1 })",
  ],
  ["({ input }) => (0, _object_spread._)({}, input)", "({ input }) => ({ ...input })"],
  [
    "({ input }) => _objectSpread(_objectSpread({}, input), {}, { a: 1 })",
    "({ input }) => ({ ...input, a: 1 })",
  ],
  ["({ input }) => _extends({}, input)", "({ input }) => ({ ...input })"],
  // optional chains of swc and esbuild
  [
    "({ input }) => { var _input_user; return (_input_user = input.user) === null || _input_user === void 0 ? void 0 : _input_user.name; }",
    "({ input }) => input.user?.name",
  ],
  [
    "({ input }) => { var _a; return (_a = input.user) == null ? void 0 : _a.name; }",
    "({ input }) => input.user?.name",
  ],
  ["({ input }) => { var _a; return (_a = input.n) != null ? _a : 1; }", "({ input }) => input.n ?? 1"],
  // of Babel and rolldown: one condition, and the temporary is set again
  [
    "({ input }) => { var _u; return (_u = input.user) === null || _u === void 0 || (_u = _u.tags) === null || _u === void 0 || (_u = _u[0]) === null || _u === void 0 ? void 0 : _u.length; }",
    "({ input }) => input.user?.tags?.[0]?.length",
  ],
  // istanbul
  [
    "({ input }) => { cov_1ab().f[1]++; cov_1ab().s[4]++; return (cov_1ab().b[0][0]++, input.a) ?? (cov_1ab().b[0][1]++, 1); }",
    "({ input }) => input.a ?? 1",
  ],
  [
    "({ input }) => { cov_1ab().f[1]++; if (input.a) { cov_1ab().b[0][0]++; cov_1ab().s[1]++; return 1; } else { cov_1ab().b[0][1]++; } cov_1ab().s[2]++; return 2; }",
    "({ input }) => input.a ? 1 : 2",
  ],
])("%s", (artefact, source) => {
  const plain = read(source);
  expect(plain).not.toMatch(/cannot/);
  expect(
    read(artefact)
      .replaceAll(/#(\d+)/g, "#n")
      .replaceAll(/\w+#n/g, "#n"),
  ).toBe(plain.replaceAll(/#(\d+)/g, "#n").replaceAll(/\w+#n/g, "#n"));
});

describe("a temporary holds what was last given to it on every way", () => {
  test.each([
    [
      "both sides of a condition",
      "({ input }) => { let t; return input.a ? (t = 1) : t; }",
      "input.a ? 1 : undefined",
    ],
    [
      "one after the other",
      "({ input }) => { let t; return [(t = input.a), (t = t.b), t]; }",
      "[input.a, input.a.b, input.a.b]",
    ],
  ])("%s", (_, text, same) => {
    expect(read(text)).toBe(read(`({ input }) => ${same}`));
  });

  test.each([
    ["behind a condition", "({ input }) => { let t; return [input.a ? (t = 1) : 2, t]; }"],
    ["behind ||", "({ input }) => { let t; return [input.a || (t = 1), t]; }"],
    ["behind a function", "({ input }) => { let t; return [input.xs.map((x) => (t = x)), t]; }"],
  ])("it is refused where that depends: %s", (_, text) => {
    expect(read(text)).toContain("Whether it has a value depends on the way here.");
  });
});

describe("a name from outside is the user's, whatever a tool made of it", () => {
  test.each([
    "({ input }) => input.a > __vite_ssr_import_0__.limit",
    "({ input }) => input.a > __vi_import_0__.limit",
    "({ input }) => input.a > settings_js_1.limit",
    "({ input }) => input.a > import_settings.limit",
    "({ input }) => input.a > _settings.limit",
    "({ input }) => input.a > _settings__WEBPACK_IMPORTED_MODULE_0__.limit",
  ])("%s", (text) => {
    expect(read(text)).toMatch(/^The arrow function reads `limit`, which is defined outside of it/);
  });

  test.each([
    "({ input }) => (0, __vite_ssr_import_0__.limit)(input.a)",
    "({ input }) => (0, settings_js_1.limit)(input.a)",
    "({ input }) => (0,_settings__WEBPACK_IMPORTED_MODULE_0__.limit)(input.a)",
  ])("%s", (text) => {
    expect(read(text)).toMatch(/^The arrow function calls `limit`, which is defined outside of it/);
  });
});

describe("what cannot be undone names the tool and the setting", () => {
  const help = (text: string) =>
    readArrow(new Function(`return (${text});`)()).problems.map((one) => one.help);

  test("a compiler's helper", () => {
    expect(help("({ input }) => __spreadArray([], input.xs, true)")).toEqual([
      "Set the target of your compiler to ES2018 or later.",
    ]);
  });

  test("an object that a compiler fills in steps", () => {
    expect(help("(scope) => { var _a; return (_a = {}, _a[scope.input.k] = 1, _a); }")).toEqual([
      "Set the target of your compiler to ES2017 or later.",
    ]);
  });

  test("a minifier's name; a short name of the user's is told as any other", () => {
    expect(help("({input:e})=>e.a>n")).toEqual([
      expect.stringMatching(/^A minifier seems to have chosen the name/),
    ]);
    expect(help("({ input }) => input.a > n")).toEqual([
      expect.stringMatching(/^Pass it through `constants`/),
    ]);
  });
});
