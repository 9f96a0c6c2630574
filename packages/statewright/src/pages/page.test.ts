import { expect, test } from "vitest";
import { parsePage } from "./page.ts";
import { explainedCodes, pageOf } from "./pages.ts";

test("a page is taken apart into its text, the example that fails and its twin", () => {
  const markdown =
    "# a/b\n\nFirst, e.g. `x.y`. Second\nline.\n\nMore.\n\n## Fails\n\nbad\n\n## Works\n\ngood\n";
  expect(parsePage("a/b", "error", markdown)).toEqual({
    code: "a/b",
    severity: "error",
    title: "First, e.g. `x.y`.",
    text: "First, e.g. `x.y`. Second\nline.\n\nMore.",
    failing: "bad",
    fine: "good",
    markdown,
  });
});

test("every page has all its parts", () => {
  const pages = explainedCodes().map((code) => pageOf(code));
  expect(pages.length).toBeGreaterThan(100);
  const thin = pages.filter(
    (page) => !page?.title || page.title.length > 250 || !page.text || !page.failing || !page.fine,
  );
  expect(thin.map((page) => page?.code)).toEqual([]);
});

test("a name of a prototype, or one that leaves the folder, is no code", () => {
  for (const code of ["__proto__", "constructor", "toString", "../README", ""]) {
    expect(pageOf(code)).toBeUndefined();
  }
});
