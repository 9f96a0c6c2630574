import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type JsonPath,
  parseIntrinsic,
  parseJsonPath,
  parseTemplateValue,
  printJsonPath,
} from "../src/index.ts";

const runs = process.env.STATEWRIGHT_DEEP ? 200_000 : 3_000;
const seed = 20_241;

const fragments = [
  ..."$@.*[]()',:?!=<>&|\\\"{}-0 1aé \n",
  ...["$.", "$$", "..", "[?(", ")]", "@.a", "==", "&&", "||", "['", "']", "[0]", "[1:]", "[*]", "${x}"],
  ...[
    "States.",
    "States.Format(",
    "States.Array(",
    "'{}'",
    ", ",
    "__proto__",
    "null",
    "true",
    "\\u0041",
    ".length()",
  ],
];
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...fragments) },
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    {
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(""));
const rooted = fc
  .tuple(fc.constantFrom("$", "$$", "$v", "$.a", "$[?(@"), text)
  .map((parts) => parts.join(""));

/** Without what depends on how the path was written. */
function meaning(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (key === "span" || key === "text" ? undefined : part)),
  );
}

function spansInside(value: unknown, length: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  const { start, end } = value as { start?: unknown; end?: unknown };
  if (typeof start === "number" && typeof end === "number")
    return start >= 0 && start <= end && end <= length;
  return Object.values(value).every((part) => spansInside(part, length));
}

test("no text makes a reader throw, and every span lies inside the text", () => {
  fc.assert(
    fc.property(fc.oneof(text, rooted), (source) => {
      for (const read of [parseJsonPath, parseIntrinsic, parseTemplateValue]) {
        expect(spansInside(read(source), source.length)).toBe(true);
      }
    }),
    { numRuns: runs, seed },
  );
});

test("a path that is printed is read as the same path", () => {
  let paths = 0;
  fc.assert(
    fc.property(rooted, (source) => {
      const { path } = parseJsonPath(source);
      if (path === undefined) return;
      paths += 1;
      const again: JsonPath | undefined = parseJsonPath(printJsonPath(path)).path;
      expect(meaning(again?.steps), printJsonPath(path)).toEqual(meaning(path.steps));
      expect(meaning(again?.root)).toEqual(meaning(path.root));
    }),
    { numRuns: runs * 5, seed },
  );
  console.log(`paths: ${paths} random ones printed and read again`);
  expect(paths).toBeGreaterThan(runs / 4);
});
