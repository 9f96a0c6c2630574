import {
  includes,
  type Json,
  join,
  literalShape,
  printShape,
  type Shape,
  unknownShape,
  widen,
} from "@statewright/json-types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateIntrinsic } from "../../intrinsics/evaluate-intrinsic.ts";
import { intrinsicNames } from "../../intrinsics/intrinsic-function.ts";
import { intrinsicFunctions } from "../../intrinsics/intrinsic-functions.ts";
import { parseIntrinsic } from "../../intrinsics/parse-intrinsic.ts";
import { evaluateJsonPath } from "../../json-path/evaluate-json-path.ts";
import { parseJsonPath } from "../../json-path/parse-json-path.ts";
import { inferIntrinsic } from "../intrinsics/infer-intrinsic.ts";
import { intrinsicRules } from "../intrinsics/rules.ts";
import { inferJsonPath, type PathShapes } from "./infer-json-path.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const runs = { seed: Number(process.env.STATEWRIGHT_SEED ?? 20261127), numRuns: deep ? 30_000 : 3_000 };

const names = ["a", "b", "c", "list"];
const document = fc.letrec<{ value: Json; record: Json }>((tie) => ({
  record: fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 4 }),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false, 0, 1, 2, -1.5, "", "a", "x,y", "[1,2]", "YWI="),
    fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
    fc.array(tie("record"), { maxLength: 3 }),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("record"),
  ),
})).record;

const step = fc.constantFrom(
  ...[
    ".a",
    ".b",
    ".list",
    "['c']",
    "[0]",
    "[1]",
    "[-1]",
    "[0,1]",
    "[1:]",
    "[:2]",
    "[-2:]",
    "[0:1]",
    "[*]",
    ".*",
  ],
  ...["..", "..a", "..[0]", "['a','b']", "[?(@.a)]", "[?(@.a > 0)]", "[?(!@.b)]", "..[?(@.a == 1)]", "..*"],
);
const path = fc
  .tuple(fc.constantFrom("$", "$", "$$", "$v"), fc.array(step, { maxLength: 4 }))
  .map(([root, steps]) => [root, ...steps].join(""));
const literal = fc.constantFrom(
  "'a{}'",
  "'x'",
  "'MD5'",
  "''",
  "1",
  "2",
  "-2.5",
  "0",
  "null",
  "true",
  "false",
);

/** Calls whose arguments mostly are of the kinds that the function takes. */
const { call } = fc.letrec<{ call: string; argument: string }>((tie) => ({
  argument: fc.oneof({ depthSize: "small" }, path, path, literal, tie("call")),
  call: fc.oneof(
    ...intrinsicNames.map((name) => {
      const { parameters, rest } = intrinsicFunctions[name];
      const fitting = parameters.map(({ kind }): fc.Arbitrary<string> => {
        if (kind === "array")
          return fc.constantFrom("$.list", "$.a", "$.b", "$..a", "States.Array(1, $.a, 'x')");
        if (kind === "object") return fc.constantFrom("$", "$.a", "$.b", "$.list[0]", "$v");
        if (kind === "integer") return fc.constantFrom("0", "1", "2", "3", "1.5", "-1", "$.a");
        if (kind === "boolean") return fc.constant("false");
        return tie("argument");
      });
      const others = fc.array(tie("argument"), { maxLength: rest === undefined ? 0 : 3 });
      return fc
        .tuple(fc.tuple(...fitting), others)
        .map(([first, more]) => `${name}(${[...first, ...more].join(", ")})`);
    }),
  ),
}));

/** What can be known of the data: all of it, its types, that it is this or something else, nothing. */
function knowledge(data: Json, other: Json): readonly Shape[] {
  const exact = literalShape(data);
  return [
    exact,
    widen(exact),
    join(exact, literalShape(other)),
    join(widen(exact), widen(literalShape(other))),
    unknownShape,
  ];
}

const seen = { compared: 0, unknown: 0, told: 0, values: 0 };

function compare(
  text: string,
  data: Json,
  other: Json,
  value: Json,
  infer: (shapes: PathShapes) => Shape,
): void {
  seen.values += 1;
  for (const known of knowledge(data, other)) {
    const shape = infer({ document: known, context: known, variable: () => known });
    seen.compared += 1;
    if (known.kind !== "unknown") seen.told += 1;
    if (known.kind !== "unknown" && shape.kind === "unknown") seen.unknown += 1;
    if (!includes(shape, value))
      throw new Error(
        `${text}\n on ${JSON.stringify(data)}\n known as ${printShape(known)}\n gives ${JSON.stringify(value)}\n inferred ${printShape(shape)}`,
      );
  }
}

function report(what: string): void {
  const share = ((100 * seen.unknown) / Math.max(seen.told, 1)).toFixed(1);
  console.log(
    `${what}: ${seen.values} values, ${seen.compared} comparisons, all inside; where the data's shape is told ${share} % are unknown`,
  );
  Object.assign(seen, { compared: 0, unknown: 0, told: 0, values: 0 });
}

const environmentOf = (data: Json) => ({
  document: data,
  context: () => data,
  variable: () => data,
  random: () => 0.3,
  steps: 20_000,
});

test("whatever a path yields on random data is in the inferred shape", () => {
  fc.assert(
    fc.property(path, document, document, (text, data, other) => {
      const parsed = parseJsonPath(text).path;
      if (parsed === undefined) return;
      const result = evaluateJsonPath(parsed, environmentOf(data));
      if (result.ok) compare(text, data, other, result.value, (shapes) => inferJsonPath(parsed, shapes));
    }),
    runs,
  );
  expect(seen.values).toBeGreaterThan(runs.numRuns / 3);
  report("paths");
});

test("whatever an intrinsic function gives on random data is in the inferred shape", () => {
  const called = new Set<string>();
  fc.assert(
    fc.property(call, document, document, (text, data, other) => {
      const parsed = parseIntrinsic(text).call;
      if (parsed === undefined) return;
      const result = evaluateIntrinsic(parsed, environmentOf(data));
      if (!result.ok) return;
      called.add(parsed.name);
      compare(text, data, other, result.value, (shapes) => inferIntrinsic(parsed, shapes));
    }),
    runs,
  );
  expect([...called].sort()).toEqual([...intrinsicNames].sort());
  report("intrinsic functions");
});

test("every intrinsic function has a rule, and its own examples are in what it says", () => {
  expect(Object.keys(intrinsicRules).sort()).toEqual([...intrinsicNames].sort());
  for (const name of intrinsicNames)
    for (const [text, input, value] of intrinsicFunctions[name].examples) {
      const parsed = parseIntrinsic(text).call;
      if (parsed === undefined) throw new Error(text);
      const shapes = { document: literalShape(input), context: unknownShape, variable: () => undefined };
      expect(includes(inferIntrinsic(parsed, shapes), value), text).toBe(true);
    }
});
