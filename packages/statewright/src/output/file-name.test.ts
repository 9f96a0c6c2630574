import { basename, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nameProblem } from "./file-name.ts";

test.each(["orders", "Orders-2", "a.b_c(1)!", "Straße", "x".repeat(80)])(
  "%s may become a file name",
  (name) => {
    expect(nameProblem(name, "f.ts")).toBeUndefined();
  },
);

test.each([
  "",
  ".",
  "..",
  "a/b",
  "a\\b",
  "a b",
  "a:b",
  "a*",
  "a?",
  "$a",
  "a\n",
  "a\u0007",
  "x".repeat(81),
  "\ud800",
])("%j may not", (name) => {
  expect(nameProblem(name, "f.ts")).toMatchObject({ code: "config/file-name", file: "f.ts" });
});

test("no name leads out of the folder", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const path = join("/out", `${name}.asl.json`);
      return nameProblem(name, "f.ts") !== undefined || path === `/out/${basename(path)}`;
    }),
    { seed: 7 },
  );
});
