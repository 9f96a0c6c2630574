import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { jsonataTables } from "./jsonata-page.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../../docs/jsonata.md"), "utf8");

test("docs/jsonata.md ends with the tables of operators and functions as the engine has them", () => {
  expect(page.slice(page.indexOf("## Operators"))).toBe(`${jsonataTables()}\n`);
});
