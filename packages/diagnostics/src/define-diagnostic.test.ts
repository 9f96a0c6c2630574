import { expect, test } from "vitest";
import { bug, childPointer, defineDiagnostic, jsonPointer, nearestName, pointerKeys } from "./index.ts";

const kind = defineDiagnostic<{ name: string; closest?: string }>({
  code: "data/some-field",
  severity: "error",
  message: ({ name }) => `No ${name}.`,
  help: ({ closest }) => closest && `Did you mean ${closest}?`,
});

test("a finding is frozen plain data: facts put into words, with its place", () => {
  const finding = kind.at({ state: "A", pointer: "/States/A" }, { name: "x" });
  expect(finding).toEqual({
    code: "data/some-field",
    severity: "error",
    message: "No x.",
    state: "A",
    pointer: "/States/A",
  });
  expect(Object.isFrozen(finding)).toBe(true);
});

test("a call site may lower the severity and add related places, fixes and AWS's words", () => {
  const aws = { code: "SCHEMA_VALIDATION_FAILED", message: "m" };
  const finding = kind.at(
    {},
    { name: "x", closest: "y" },
    { severity: "warning", aws, fixes: [], related: [] },
  );
  expect(finding).toEqual({
    code: "data/some-field",
    severity: "warning",
    message: "No x.",
    help: "Did you mean y?",
    aws,
  });
});

test("pointers escape and unescape their keys", () => {
  expect(jsonPointer(["a/b", "c~d", 0, ""])).toBe("/a~1b/c~0d/0/");
  expect(pointerKeys("/a~1b/c~0d/0/")).toEqual(["a/b", "c~d", "0", ""]);
  expect(childPointer("", "x")).toBe("/x");
  expect(pointerKeys("")).toEqual([]);
});

test("the nearest name is found within a third of the letters, case aside", () => {
  expect(nearestName("totl", ["order", "total"])).toBe("total");
  expect(nearestName("TOTAL", ["total"])).toBe("total");
  expect(nearestName("xyz", ["total"])).toBeUndefined();
  expect(nearestName("x".repeat(10_000), ["x".repeat(9999)])).toBeUndefined();
});

test("a bug of ours throws", () => {
  expect(() => bug("no")).toThrow("no");
});
