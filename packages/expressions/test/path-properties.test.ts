import type { Json } from "@statewright/json-types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateIntrinsic, evaluateJsonPath } from "../src/evaluate.ts";
import {
  intrinsicNames,
  type JsonPath,
  parseIntrinsic,
  parseJsonPath,
  parseTemplateValue,
  printJsonPath,
} from "../src/index.ts";

const runs = process.env.STATEWRIGHT_DEEP ? 200_000 : 3_000;
const seed = 20_241;

const fragments = [
  ..."$@.*[]()',:?!=<>&|\\\"{}-0 1aé \n",
  ...["$.", "$$", "..", "[?(", ")]", "@.a", "==", "&&", "||", "['", "']", "[0]", "[1:]", "[*]", "${x}"],
  ...[
    "States.",
    "States.Format(",
    "States.Array(",
    "'{}'",
    ", ",
    "__proto__",
    "null",
    "true",
    "\\u0041",
    ".length()",
  ],
];
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...fragments) },
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    {
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(""));
const rooted = fc
  .tuple(fc.constantFrom("$", "$$", "$v", "$.a", "$[?(@"), text)
  .map((parts) => parts.join(""));

/** Without what depends on how the path was written. */
function meaning(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (key === "span" || key === "text" ? undefined : part)),
  );
}

function spansInside(value: unknown, length: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  const { start, end } = value as { start?: unknown; end?: unknown };
  if (typeof start === "number" && typeof end === "number")
    return start >= 0 && start <= end && end <= length;
  return Object.values(value).every((part) => spansInside(part, length));
}

test("no text makes a reader throw, and every span lies inside the text", () => {
  fc.assert(
    fc.property(fc.oneof(text, rooted), (source) => {
      for (const read of [parseJsonPath, parseIntrinsic, parseTemplateValue]) {
        expect(spansInside(read(source), source.length)).toBe(true);
      }
    }),
    { numRuns: runs, seed },
  );
});

test("a path that is printed is read as the same path", () => {
  let paths = 0;
  fc.assert(
    fc.property(rooted, (source) => {
      const { path } = parseJsonPath(source);
      if (path === undefined) return;
      paths += 1;
      const again: JsonPath | undefined = parseJsonPath(printJsonPath(path)).path;
      expect(meaning(again?.steps), printJsonPath(path)).toEqual(meaning(path.steps));
      expect(meaning(again?.root)).toEqual(meaning(path.root));
    }),
    { numRuns: runs * 5, seed },
  );
  console.log(`paths: ${paths} random ones printed and read again`);
  expect(paths).toBeGreaterThan(runs / 4);
});

const names = ["a", "b", "x", "__proto__", "constructor", "length"];
const { document } = fc.letrec<{ document: Json }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    fc.constantFrom<Json>(null, true, 0, 1.5, -2, "", "a", "{}", "1"),
    fc.array(tie("document"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...names), tie("document")), { maxLength: 4 })
      .map((members) => Object.fromEntries(members) as Json),
  ),
}));

const step = fc.constantFrom(
  ...[
    ".a",
    ".b",
    ".__proto__",
    "['constructor']",
    ".length",
    "[0]",
    "[-1]",
    "[0,1]",
    "[1:]",
    "[*]",
    "..",
    "..a",
    "..[0]",
  ],
  ...["[?(@.a)]", "[?(@.a == $.b)]", "[?(!@.x || @.b > 0)]", "[?(@..a)]", "['a','b']", "..[?(@ == @)]", ".*"],
);
const path = fc
  .tuple(fc.constantFrom("$", "$$", "$v"), fc.array(step, { maxLength: 8 }))
  .map(([root, steps]) => [root, ...steps].join(""));
const argument = fc.oneof(path, fc.constantFrom("'a{}'", "1", "-2.5", "null", "true", "1e300"));
const invocation = fc
  .tuple(fc.constantFrom(...intrinsicNames), fc.array(argument, { maxLength: 3 }))
  .map(([name, args]) => `${name}(${args.join(", ")})`);

const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

test("an evaluation never throws, stays in its budget, gives the same twice, and touches no prototype", () => {
  let values = 0;
  fc.assert(
    fc.property(path, invocation, document, (pathSource, callSource, data) => {
      const environment = {
        document: data,
        context: () => data,
        variable: () => data,
        random: () => 0.3,
        steps: 20_000,
      };
      const parsed = parseJsonPath(pathSource).path;
      const { call } = parseIntrinsic(callSource);
      for (const evaluate of [
        () => parsed && evaluateJsonPath(parsed, environment),
        () => call && evaluateIntrinsic(call, environment),
      ]) {
        const result = evaluate();
        expect(evaluate()).toEqual(result);
        if (!result?.ok) continue;
        values += 1;
        expect(typeof result.value).not.toBe("function");
        expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value === 0 ? 0 : result.value);
      }
    }),
    { numRuns: runs, seed },
  );
  console.log(`evaluations: ${values} values of random paths and calls`);
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
  expect(values).toBeGreaterThan(runs / 4);
});
