import { describe, expect, test } from "vitest";
import { corpusJson } from "../../test/corpus.ts";
import { comparisonOperators } from "./comparison-operators.ts";
import type { FieldRow } from "./field.ts";
import { objectFields } from "./object-fields.ts";
import { stateFields, stateTypes } from "./state-fields.ts";

test("a state has its Type first and the way on last", () => {
  for (const type of stateTypes) {
    const names = Object.keys(stateFields[type].fields);
    expect(names.slice(0, 3)).toEqual(["Type", "Comment", "QueryLanguage"]);
    if (names.includes("End")) expect(names.slice(-2)).toEqual(["Next", "End"]);
  }
});

test("there are 39 comparison operators (R-CHOICE-11)", () => {
  expect(Object.keys(comparisonOperators)).toHaveLength(39);
});

test("groups name fields that are there", () => {
  for (const row of [...Object.values(stateFields), ...Object.values(objectFields)] as FieldRow[]) {
    const groups = [...(row.exactlyOne ?? []), ...(row.atMostOne ?? []), ...(row.atLeastOne ?? [])].flat();
    expect(groups.filter((name) => !Object.hasOwn(row.fields, name))).toEqual([]);
  }
});

interface Cell {
  readonly jsonpath?: string;
  readonly jsonata?: string;
  readonly conflicts?: readonly string[];
}
interface Matrix {
  readonly states: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  readonly nested: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
}
const matrix = corpusJson("../spec/data/state-fields.json") as Matrix | undefined;

describe.skipIf(matrix === undefined)("the published matrix of fields", () => {
  const nested = Object.entries(matrix?.nested ?? {}).filter(([kind]) => Object.hasOwn(objectFields, kind));
  const rows: [string, FieldRow, Readonly<Record<string, Cell>>][] = [
    ...stateTypes.map(
      (type) =>
        [type, stateFields[type], matrix?.states[type] ?? {}] as [string, FieldRow, Record<string, Cell>],
    ),
    ...nested.map(
      ([kind, cells]) =>
        [kind, objectFields[kind as keyof typeof objectFields], cells] as [
          string,
          FieldRow,
          Record<string, Cell>,
        ],
    ),
  ];

  test.each(rows)("says the same of %s", (_, row, cells) => {
    const expected: Record<string, string> = {};
    const found: Record<string, string> = {};
    for (const [name, { jsonpath = "", jsonata = "" }] of Object.entries(cells)) {
      if (!name.startsWith("_")) expected[name] = summary(jsonpath !== "forbidden", jsonata !== "forbidden");
      const field = row.fields[name];
      if (!name.startsWith("_"))
        found[name] = summary(!!field && field.only !== "JSONata", !!field && field.only !== "JSONPath");
    }
    expect(found).toEqual(expected);
    const required = Object.keys(cells).filter(
      (name) => cells[name]?.jsonpath === "required" && cells[name]?.jsonata === "required",
    );
    for (const name of required) expect(row.fields[name]?.required).toBe(true);
    for (const [name, { conflicts = [] }] of Object.entries(cells)) {
      for (const other of conflicts)
        expect(row.atMostOne).toContainEqual(expect.arrayContaining([name, other]));
    }
  });

  test("has no field that is not in ours, and we have none that is not in it", () => {
    for (const [, row, cells] of rows) {
      expect(Object.keys(row.fields).filter((name) => !Object.hasOwn(cells, name))).toEqual([]);
    }
  });
});

function summary(jsonpath: boolean, jsonata: boolean): string {
  return `${jsonpath ? "JSONPath" : "-"} ${jsonata ? "JSONata" : "-"}`;
}
