import { describe, expect, test } from "vitest";
import { corpusJson } from "../test/corpus.ts";
import { quotas, quotaTable } from "./quotas.ts";

test("each quota has a number, a unit and a source", () => {
  for (const [name, { value, unit, source }] of Object.entries(quotaTable)) {
    expect(quotas[name as keyof typeof quotas]).toBe(value);
    expect(value).toBeGreaterThan(0);
    expect(unit).not.toBe("");
    expect(source).toMatch(/^(API|DG|ASL|recorded|guidance|unconfirmed)(, (API|recorded))?$/);
  }
});

type Published = Readonly<Record<string, { readonly value: unknown; readonly hard: boolean }>>;
const published = corpusJson("../spec/data/quotas.json") as Published | undefined;

describe.skipIf(published === undefined)("the published quotas", () => {
  test.each(Object.entries(published ?? {}))("%s is in the table", (_, { value, hard }) => {
    const rows = Object.values(quotaTable);
    for (const number of numbersIn(value)) {
      expect(rows.some((row) => row.value === number && row.hard === hard)).toBe(true);
    }
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
