import type { Arrow, ArrowExpression } from "@statewright/compiler";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ArrowOptions, readArrow } from "../../src/index.ts";
import { shown } from "../support/shown.ts";

/** The function that a text is, as a tool would have left it. */
function written(text: string): unknown {
  return new Function(`return (${text});`)();
}

/** The tree of a function, in a short form that reads like JavaScript. */
function read(text: string, options?: ArrowOptions): string {
  const { body, problems } = readArrow(written(text), options);
  return body ? shown(body) : problems.map(({ code, message }) => `${code}: ${message}`).join("\n");
}

function problemsOf(text: string): readonly string[] {
  return readArrow(written(text)).problems.map(({ code }) => code);
}

describe("parameters count by what they take apart, not by their names", () => {
  test.each([
    ["({ input }) => input.total", "input.total"],
    ["({ input: n, vars: e }) => n.a + e.b", "(input.a + vars.b)"],
    ["(scope) => scope.input.total", "input.total"],
    ['(scope) => scope["input"].total', "input.total"],
    ["({ input: { order: { id } } }) => id", "input.order.id"],
    ["({ input: { list: [first, , third] } }) => [first, third]", "[input.list[0], input.list[2]]"],
    ["({ input, ...rest }) => rest.vars.x", "vars.x"],
    ["function ({ input }) { return input.x; }", "input.x"],
    ["() => 1", "1"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));

  test("a default is worked out once", () => {
    expect(read("({ input: { n = 5 } }) => n * n")).toBe(
      "let n#1 = ((input.n === undefined) ? 5 : input.n) in (n#1 * n#1)",
    );
  });

  test("a method is read like an arrow", () => {
    const { output } = { output: ({ input }: { input: { x: number } }) => input.x };
    expect(readArrow(output).body).toBeDefined();
    expect(read("{ output({ input }) { return input.x; } }.output")).toBe("input.x");
  });

  test("of a test the first parameter is the input", () => {
    const text = '(input, { vars, constants: c }) => input.kind === "a" && vars.n > c.limit';
    expect(read(text, { first: "input" })).toBe('((input.kind === "a") && (vars.n > constants.limit))');
    expect(read("({ kind }) => kind", { first: "input" })).toBe("input.kind");
  });
});

describe("expressions", () => {
  test.each([
    ["({ input }) => `a${input.x}b`", "`a${input.x}b`"],
    ["({ input }) => `plain`", '"plain"'],
    [
      "({ input }) => ({ input, [input.k]: 1, ...input.rest })",
      "{ input: input, [input.k]: 1, ...input.rest }",
    ],
    ["({ input }) => [1, ...input.xs]", "[1, ...input.xs]"],
    ["({ input }) => input?.a?.b.c", "input?.a?.b.c"],
    ["({ input }) => input.xs?.map((x) => x + 1)", "input.xs?.map((x#1) => (x#1 + 1))"],
    ["({ input }) => input.xs[input.i]", "input.xs[input.i]"],
    ["({ input }) => -input.x + -1", "(-input.x + -1)"],
    ["({ input }) => Math.max(input.a, Math.PI)", "Math.max(input.a, 3.141592653589793)"],
    ["({ input }) => input.xs.map(String)", "input.xs.map((v#1) => String(v#1))"],
    ["({ input }) => input.xs.map(({ a, b: [c] }) => a + c)", "input.xs.map((v#1) => (v#1.a + v#1.b[0]))"],
    [
      "({ input }) => input.xs.reduce((sum, x) => sum + x, 0)",
      "input.xs.reduce((sum#1, x#2) => (sum#1 + x#2), 0)",
    ],
    ["({ input }) => input.a ?? input.b ?? null", "((input.a ?? input.b) ?? null)"],
    ["({ input }) => typeof input.x === 'string'", '(typeof input.x === "string")'],
    ["({ input }) => input['__proto__']", "input.__proto__"],
    ["({ input }) => input.s.replace(/a\\d/gi, 'b')", 'input.s.replace(/a\\d/gi, "b")'],
    ["({ input }) => new Date(input.n).toISOString()", "new Date(input.n).toISOString()"],
    ["({ input }) => [...new Set(input.xs)]", "[...new Set(input.xs)]"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));

  test("names of inner functions are told apart where they hide one another", () => {
    expect(read("({ input }) => input.xs.map((x) => x.ys.map((x) => x))")).toBe(
      "input.xs.map((x#1) => x#1.ys.map((x#2) => x#2))",
    );
  });

  test("a name that hides a global is the name", () => {
    expect(read("({ input: Math }) => Math.max")).toBe("input.max");
  });
});

describe("a body with statements", () => {
  test("constants keep their names, destructured ones vanish into paths", () => {
    expect(read("({ input }) => { const { a, b: { c } } = input; const sum = a + c; return sum * 2; }")).toBe(
      "let sum#1 = (input.a + input.b.c) in (sum#1 * 2)",
    );
  });

  test("`if` and `return` become a condition; what stands behind belongs to both branches", () => {
    expect(read("({ input }) => { if (input.a) return 1; if (input.b) { return 2; } return 3; }")).toBe(
      "(input.a ? 1 : (input.b ? 2 : 3))",
    );
    expect(
      read("({ input }) => { if (input.a) { const x = 1; return x; } else if (input.b) return 2; }"),
    ).toBe("(input.a ? let x#1 = 1 in x#1 : (input.b ? 2 : undefined))");
  });

  test("`switch` becomes conditions: neighbouring cases share their statements, `default` is what is left", () => {
    expect(
      read(
        "({ input }) => { switch (input.k) { case 1: return 'a'; case 2: case 3: return 'b'; } return 'c'; }",
      ),
    ).toBe('((input.k === 1) ? "a" : (((input.k === 2) || (input.k === 3)) ? "b" : "c"))');
    expect(
      read("({ input }) => { switch (input.k + 1) { case 1: break; default: return 'a'; } return 'b'; }"),
    ).toBe('let value#1 = (input.k + 1) in ((value#1 === 1) ? "b" : "a")');
  });

  test("what is left of an array, and a field whose name is computed", () => {
    expect(read("({ input }) => { const [a, ...rest] = input.xs; return [a, rest]; }")).toBe(
      "let rest#1 = input.xs.slice(1) in [input.xs[0], rest#1]",
    );
    expect(read("({ input }) => { const { [input.k]: a } = input.o; return a; }")).toBe(
      "let a#1 = input.o[input.k] in a#1",
    );
  });

  test("a name of an inner block is not seen behind it", () => {
    expect(read("({ input: { x } }) => { if (x) { const x = 1; } return x; }")).toContain(
      "input.x : input.x",
    );
  });

  test("an inner function stands in where it is called, and may be given to a method", () => {
    const text =
      "({ input }) => { const twice = (n) => n * 2; return [twice(input.a), ...input.xs.map(twice)]; }";
    expect(read(text)).toBe("[(input.a * 2), ...input.xs.map((n#1) => (n#1 * 2))]");
    expect(read("({ input }) => { function f({ a = 1 }) { return a; } return f(input.o); }")).toBe(
      "let a#1 = ((input.o.a === undefined) ? 1 : input.o.a) in a#1",
    );
  });
});

describe("what is refused, with the reason", () => {
  test("names from outside: the text does not hold their values", () => {
    expect(read("({ input }) => input.n > limit")).toBe(
      "arrow/outer-variable: The arrow function reads `limit`, which is defined outside of it.",
    );
    expect(read("({ input }) => help(input.n)")).toBe(
      "arrow/outer-variable: The arrow function calls `help`, which is defined outside of it.",
    );
    expect(read("({ input }) => settings_js_1.LIMIT + __vite_ssr_import_0__.OTHER")).toBe(
      "arrow/outer-variable: The arrow function reads `LIMIT`, which is defined outside of it.\n" +
        "arrow/outer-variable: The arrow function reads `OTHER`, which is defined outside of it.",
    );
  });

  test("each name is reported once", () => {
    expect(problemsOf("({ input }) => limit + limit * limit")).toEqual(["arrow/outer-variable"]);
  });

  test("a part of the scope that does not exist", () => {
    const [problem] = readArrow(written("({ inptu }) => inptu")).problems;
    expect(problem).toMatchObject({ code: "arrow/unknown-parameter", help: "Did you mean `input`?" });
    expect(problemsOf("(scope) => scope.toString")).toEqual(["arrow/unknown-parameter"]);
  });

  test.each([
    "async ({ input }) => input",
    "function* ({ input }) { yield input; }",
    "function ({ input }) { return this.x; }",
    "({ input }) => { for (const x of input.xs) return x; }",
    "({ input }) => { let n = 0; n += 1; return n; }",
    "({ input }) => { input.xs.push(1); return input; }",
    "({ input }) => input.n++",
    "({ input }) => { throw new Error(input.x); }",
    "({ input }) => { try { return 1; } catch { return 2; } }",
    "({ input }) => new RegExp(input.s).test('a')",
    "({ input }) => new Map(input.xs)",
    "({ input }) => input.a instanceof Date",
    "({ input }) => input.a | 1",
    "({ input }) => input.a, 10n",
    "({ input }) => 1 / 0",
    "({ input: { ...rest } }) => rest",
    "({ input }) => ({ __proto__: input })",
    "({ input }) => ({ f: () => 1 })",
    "(scope) => scope",
    "({ input }) => String",
    "({ input }) => { const f = (n) => f(n); return f(1); }",
    "({ input }) => tag`a`",
    "({ input }, more) => more",
    "({ input }) => Object.assign(input, { a: 1 })",
  ])("%s", (text) => {
    const { body, problems } = readArrow(written(text));
    expect(body).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    for (const { code, message, help } of problems) {
      expect(code).toMatch(/^arrow\//);
      expect(`${message} ${help}`).not.toMatch(/invalid|unexpected|oops/i);
    }
  });

  test.each([
    ["a bound function", (({ input }: { input: unknown }) => input).bind(null)],
    ["a native function", Math.max],
    ["a class", class {}],
    ["no function", 5],
    ["a mock", Object.assign(() => 1, { mock: {} })],
    ["text of an old target", written("function (_ref) { var input = _ref.input; return input; }")],
    ["an old async function", written("function () { return _x.apply(this, arguments); }")],
  ])("%s has no text to read", (_, fn) => {
    expect(readArrow(fn).problems.map(({ code }) => code)).toEqual(["arrow/unreadable"]);
  });
});

describe("size", () => {
  test("a function nested deeply is refused, not a crash", () => {
    const deep = `({ input }) => ${"!".repeat(1500)}input`;
    expect(problemsOf(deep)).toHaveLength(1);
    expect(problemsOf(`({ input }) => input${".a".repeat(5000)}`)).toHaveLength(1);
  });

  test("many ways through a function end in a message", () => {
    const many = Array.from({ length: 40 }, (_, n) => `if (input.a${n}) { const x${n} = 1; }`).join("\n");
    expect(problemsOf(`({ input }) => { ${many} return input.z; }`)).toHaveLength(1);
  });

  test("any text ends in a tree or a problem", () => {
    const parts = [
      "input",
      ".a",
      "[0]",
      "?.",
      "(",
      ")",
      "=>",
      "{",
      "}",
      "x",
      "1",
      "`",
      "+",
      "await ",
      "...",
      ",",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (pieces) => {
        let fn: unknown;
        try {
          fn = written(`({ input }) => ${pieces.join("")}`);
        } catch {
          return; // no JavaScript
        }
        const arrow: Arrow = readArrow(fn);
        expect(arrow.body === undefined).toBe(arrow.problems.length > 0);
      }),
      { seed: 7, numRuns: process.env.STATEWRIGHT_DEEP ? 50_000 : 2000 },
    );
  });
});

test("spans are offsets in the function's text", () => {
  const { text, body } = readArrow(({ input }: { input: { total: number } }) => input.total);
  const span = (body as ArrowExpression).span;
  expect(text.slice(span.start, span.end)).toBe("input.total");
});

test("a tree is frozen plain data", () => {
  const arrow = readArrow(({ input }: { input: { xs: number[] } }) => input.xs.map((x) => x + 1));
  expect(Object.isFrozen(arrow.body)).toBe(true);
  expect(JSON.parse(JSON.stringify(arrow))).toEqual(arrow);
});
