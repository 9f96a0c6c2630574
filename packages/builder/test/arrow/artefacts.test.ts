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
    expect(problems.map(({ help }) => help)).toEqual([expect.stringContaining("ES2017 or later")]);
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
