import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePattern } from "../src/jsonata/regex/compile-pattern.ts";

const atoms =
  String.raw`a b c \d \w \s \S \W . [a-c] [^a] [\d-x] [\s] [\S] [\w.] [^\s] \. \/ \- { } ] \n \x41 \u0041 \0 \b \B ^ $ (a) (?:ab) (b|c) (?<n>a) [^] [] [-a] [a-] [\b] \cA a|b 1 \p é [\u00e0-\u00ff] [^\d] \cé \8`.split(
    " ",
  );
const quantifiers = ["", "", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,}", "*?", "+?", "??", "{,2}"];

const pattern = fc
  .array(fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(...quantifiers)), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(""));

test("a pattern matches as in JavaScript, in linear time", () => {
  let compared = 0;
  const text = fc
    .array(fc.constantFrom(..."aabbcc1 2_-\n.AB/é{}]x,"), { maxLength: 10 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(
      pattern,
      fc.constantFrom("", "i", "m", "im"),
      text,
      fc.nat(10),
      (source, flags, searched, from) => {
        const expression = ((): RegExp | undefined => {
          try {
            return new RegExp(source, `${flags}g`);
          } catch {
            return undefined;
          }
        })();
        const compiled = compilePattern(source, flags);
        if (!expression || from > searched.length) return;
        expect(compiled).toMatchObject({ ok: true });
        if (!compiled.ok) return;
        expression.lastIndex = from;
        const match = expression.exec(searched);
        const expected = match && {
          start: match.index,
          end: match.index + match[0].length,
          groups: match.slice(1),
        };
        expect(compiled.pattern.exec(searched, from, () => {}) ?? null).toEqual(expected);
        compared += 1;
      },
    ),
    { numRuns: process.env.STATEWRIGHT_DEEP ? 200_000 : 5000, seed: 7 },
  );
  expect(compared).toBeGreaterThan(2000);
}, 600_000);

test("what needs more than linear time is refused with its name", () => {
  for (const source of ["(?=a)b", "(?!a)b", "(?<=a)b", "(?<!a)b"]) {
    expect(compilePattern(source, "")).toMatchObject({
      ok: false,
      reason: expect.stringContaining("look-around"),
    });
  }
  for (const source of ["(a)\\1", "(?<n>a)\\k<n>"]) {
    expect(compilePattern(source, "")).toMatchObject({
      ok: false,
      reason: expect.stringContaining("back-references"),
    });
  }
  expect(compilePattern("a{2000}", "")).toMatchObject({ ok: false });
});

test("a text with other line ends is not searched line by line", () => {
  const compiled = compilePattern("^b", "m");
  if (!compiled.ok) throw new Error(compiled.reason);
  expect(compiled.pattern.objection("a\nb")).toBeUndefined();
  expect(compiled.pattern.objection("a\r\nb")).toContain("line ends");
});
