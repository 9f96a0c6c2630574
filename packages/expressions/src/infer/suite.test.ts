import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  includes,
  type Json,
  literalShape,
  membersOf,
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
  let kinds = 0;
  let exact = 0;
  let oneKind = 0;
  for (const one of cases) {
    const expected = one.expected206 ?? one;
    if (!("result" in expected) && expected.undefinedResult !== true) continue;
    const { expression, problems } = parseJsonata(one.expr, { dialect: "plain" });
    if (problems.length > 0) continue;
    const { shape, counts: countsOf } = inferJsonata(expression, {
      dialect: "plain",
      input: typed(one.data),
      variable: (name) =>
        one.bindings && Object.hasOwn(one.bindings, name) ? typed(one.bindings[name]) : undefined,
    });
    compared += 1;
    if (shape.kind === "unknown") unknown += 1;
    const admitted = kindsIn(shape);
    kinds += admitted;
    if (isOneValue(shape)) exact += 1;
    else if (admitted === 1) oneKind += 1;
    const counts = countsOf();
    nodes += counts.nodes;
    unknownNodes += counts.unknown;
    const result = "result" in expected ? expected.result : undefined;
    if (!includes(shape, result))
      unsound.push(`${one.id}: ${one.expr} gives ${JSON.stringify(result)}, not in ${printShape(shape)}`);
  }
  return { compared, unsound, unknown, nodes, unknownNodes, kinds, exact, oneKind };
}

/** Of missing and the six kinds of JSON, how many a result can be: 1 where it is known, 7 where nothing is. */
function kindsIn(shape: Shape): number {
  return shape.kind === "unknown" ? 7 : new Set(membersOf(shape).map(({ kind }) => kind)).size;
}

/** Whether a shape holds one value alone. */
function isOneValue(shape: Shape): boolean {
  switch (shape.kind) {
    case "missing":
    case "null":
      return true;
    case "string":
    case "number":
    case "boolean":
      return shape.value !== undefined;
    case "array": {
      const { items = [], minItems, maxItems } = shape;
      return minItems === maxItems && items.length === minItems && items.every(isOneValue);
    }
    case "object":
      return (
        !shape.open &&
        Object.values(shape.fields).every((field) => !field.optional && isOneValue(field.shape))
      );
    default:
      return false;
  }
}

describe.skipIf(!existsSync(file))("every result of JSONata's own suite is in the inferred shape", () => {
  test.each([
    ["exact", literalShape],
    ["widened", (value: Json | undefined) => widen(literalShape(value))],
    ["unknown", () => unknownShape],
  ] as const)("with the input's shape %s", (name, typed) => {
    const { compared, unsound, unknown, nodes, unknownNodes, kinds, exact, oneKind } = compare(typed);
    const percent = (part: number, whole = compared): string => `${((100 * part) / whole).toFixed(1)} %`;
    console.info(
      `JSONata's suite, ${name} input: ${compared - unsound.length} of ${compared} results in their shapes; one value ${percent(exact)}, one kind ${percent(oneKind)}, several kinds ${percent(compared - exact - oneKind - unknown)}, unknown ${percent(unknown)}; ${(kinds / compared).toFixed(2)} of 7 kinds admitted on average; ${percent(unknownNodes, nodes)} of ${nodes} nodes unknown`,
    );
    expect(unsound).toEqual([]);
    expect(compared).toBeGreaterThan(700);
    if (name !== "unknown") expect(unknown / compared).toBeLessThanOrEqual(0.08);
  });
});
