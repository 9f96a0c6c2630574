import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  includes,
  type Json,
  literalShape,
  printShape,
  type Shape,
  unknownShape,
  widen,
} from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { inferJsonata } from "../infer.ts";
import { parseJsonata } from "../jsonata/parse.ts";

const corpus =
  process.env.STATEWRIGHT_CORPUS ?? resolve(import.meta.dirname, "../../../../../shared/conformance");
const file = resolve(corpus, "jsonata/suite.json");

interface Case {
  readonly id: string;
  readonly expr: string;
  readonly data?: Json;
  readonly bindings?: Readonly<Record<string, Json>>;
  readonly result?: Json;
  readonly undefinedResult?: boolean;
  readonly expected206?: { readonly result?: Json; readonly undefinedResult?: boolean };
}

/** Infers each case's expression and compares with its result. */
function compare(typed: (value: Json | undefined) => Shape) {
  const cases: readonly Case[] = JSON.parse(readFileSync(file, "utf8"));
  const unsound: string[] = [];
  let compared = 0;
  let unknown = 0;
  let nodes = 0;
  let unknownNodes = 0;
  for (const one of cases) {
    const expected = one.expected206 ?? one;
    if (!("result" in expected) && expected.undefinedResult !== true) continue;
    const { expression, problems } = parseJsonata(one.expr, { dialect: "plain" });
    if (problems.length > 0) continue;
    const { shape, counts } = inferJsonata(expression, {
      dialect: "plain",
      input: typed(one.data),
      variable: (name) =>
        one.bindings && Object.hasOwn(one.bindings, name) ? typed(one.bindings[name]) : undefined,
    });
    compared += 1;
    if (shape.kind === "unknown") unknown += 1;
    nodes += counts.nodes;
    unknownNodes += counts.unknown;
    const result = "result" in expected ? expected.result : undefined;
    if (!includes(shape, result))
      unsound.push(`${one.id}: ${one.expr} gives ${JSON.stringify(result)}, not in ${printShape(shape)}`);
  }
  return { compared, unsound, unknown, nodes, unknownNodes };
}

describe.skipIf(!existsSync(file))("every result of JSONata's own suite is in the inferred shape", () => {
  test.each([
    ["exact", literalShape],
    ["widened", (value: Json | undefined) => widen(literalShape(value))],
    ["nothing known of", () => unknownShape],
  ] as const)("with the input's shape %s", (name, typed) => {
    const { compared, unsound, unknown, nodes, unknownNodes } = compare(typed);
    console.info(
      `${name}: ${compared} results, ${unknown} inferred unknown; ${unknownNodes} of ${nodes} nodes unknown`,
    );
    expect(unsound).toEqual([]);
    expect(compared).toBeGreaterThan(700);
  });
});
