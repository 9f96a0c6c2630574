import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCsv } from "./csv.ts";

const field = fc.string({ unit: fc.constantFrom("a", "é", ",", '"', "\n", "\r", " ", "\\", "0", "{") });
const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 5 });

describe("CSV as Step Functions reads it (R-DMAP-05)", () => {
  test("what is quoted and escaped is read as it was", () => {
    const write = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), (table, lineEnd) => {
        const text = table.map((row) => row.map(write).join(",")).join(lineEnd);
        expect(parseCsv(text, ",")).toEqual(table);
      }),
    );
  });

  test("any text is read, in one pass", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(",", "|", "\t"), (text, delimiter) => {
        for (const row of parseCsv(text, delimiter)) expect(row.length).toBeGreaterThan(0);
      }),
    );
  });
});
