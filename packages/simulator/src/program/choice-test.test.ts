import type { JsonValue } from "@statewright/asl";
import { expect, test } from "vitest";
import { compileChoiceTest } from "./choice-test.ts";

const withoutPrototype = Object.freeze(Object.create(null)) as JsonValue;

test.each([
  { Variable: "$.n", NumericEqualsPath: withoutPrototype },
  { And: [null, "x"] },
  { Or: "x" },
  { Not: 3 },
  null,
  [],
])("what is no test is a problem, whatever stands in it: %j", (value) => {
  expect(compileChoiceTest(value as JsonValue)).toMatchObject({ kind: "problem", unsupported: false });
});
