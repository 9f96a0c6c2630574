import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inertLine, shortened } from "./inert-line.ts";

describe("text from outside", () => {
  test("never moves the cursor, breaks the line or turns the direction of writing", () => {
    expect(inertLine("a\u001b[2Jb\u0007\u202ec\u2028d")).toBe("a\\u001b[2Jb\\u0007\\u202ec\\u2028d");
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u.test(inertLine(text)),
      ),
      { seed: 11 },
    );
  });

  test("keeps its words when it has several lines", () => {
    expect(inertLine("first\n  second\tthird")).toBe("first second third");
  });

  test("is cut where it is too long", () => {
    expect(shortened("abcdef", 4)).toBe("abc…");
    expect(shortened("abcd", 4)).toBe("abcd");
  });
});
