import type { Span } from "@statewright/diagnostics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { anyStyle, anyValue, printedYaml } from "../../test/random-yaml.ts";
import { decodeScalar } from "./decode-scalar.ts";
import type { JsonNode } from "./json-tree.ts";
import { parseYaml } from "./parse-yaml.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const runs = deep ? 20_000 : 400;

/** All nodes of a tree, aliased ones among them. */
function* nodesOf(root: JsonNode): Generator<JsonNode> {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    for (const inner of node.elements ?? node.members?.map((member) => member.node) ?? []) open.push(inner);
  }
}

/** Every place lies inside the text and inside the value around it; texts decode to themselves. */
function checkPlaces(source: string, root: JsonNode): void {
  const inside = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= source.length;
  for (const node of nodesOf(root)) {
    expect(inside(node)).toBe(true);
    for (const { keySpan } of node.members ?? []) expect(inside(keySpan)).toBe(true);
  }
}

function checkDecoding(source: string, root: JsonNode): void {
  for (const node of nodesOf(root)) {
    if (typeof node.value !== "string") continue;
    const decoded = decodeScalar(source, node, "yaml");
    expect(decoded.text).toBe(node.value);
    let at = 0;
    for (const { decoded: from, length, start, end } of decoded.runs) {
      expect(from).toBe(at);
      expect(start).toBeGreaterThanOrEqual(node.start);
      expect(end).toBeLessThanOrEqual(Math.min(source.length, node.end + 2));
      if (length === end - start && !/\s/.test(source.slice(start, end))) {
        expect(source.slice(start, end)).toBe(node.value.slice(from, from + length));
      }
      at += length;
    }
    expect(at).toBe(node.value.length);
  }
}

test(`${runs} random values, printed as YAML in random styles, are read back`, () => {
  let read = 0;
  let misprinted = 0;
  fc.assert(
    fc.property(anyValue, anyStyle, (given, style) => {
      const value: unknown = JSON.parse(JSON.stringify(given));
      const source = printedYaml(value, style);
      // The printer of the package loses blanks of some folded texts, and indents some too far.
      const judge = parseDocument(source, { logLevel: "silent" });
      const meant = JSON.stringify(judge.toJS());
      if (judge.errors.length > 0 || (!style.windows && meant !== JSON.stringify(value))) misprinted += 1;
      const { root, problems } = parseYaml(source);
      expect(problems.length).toBe(judge.errors.length);
      expect(JSON.stringify(root?.value ?? null)).toBe(meant);
      if (root === undefined) return;
      checkPlaces(source, root);
      if (problems.length === 0) checkDecoding(source, root);
      read += 1;
    }),
    { numRuns: runs, seed: 7 },
  );
  expect(misprinted).toBeLessThan(runs / 20);
  if (deep) console.log(`${read} values printed as YAML and read back; ${misprinted} misprinted`);
});

test(`${runs / 10} random values inside a hundred others are read as the package reads them`, () => {
  fc.assert(
    fc.property(
      anyValue,
      anyStyle,
      fc.array(fc.boolean(), { minLength: 40, maxLength: 120 }),
      (given, style, lists) => {
        const inner: unknown = JSON.parse(JSON.stringify(given));
        const value = lists.reduce<unknown>(
          (held, list) => (list ? [0, held, 1] : { a: 0, b: held, c: [1] }),
          inner,
        );
        const source = printedYaml(value, style);
        const judge = parseDocument(source, { logLevel: "silent" });
        const { root, problems } = parseYaml(source);
        expect(problems.length > 0).toBe(judge.errors.length > 0);
        if (judge.errors.length > 0 || root === undefined) return;
        expect(JSON.stringify(root.value)).toBe(JSON.stringify(judge.toJS()));
        checkPlaces(source, root);
        checkDecoding(source, root);
      },
    ),
    { numRuns: runs / 10, seed: 12 },
  );
});

describe("no text is a crash", () => {
  const piece = fc.oneof(
    fc.constantFrom(..."[]{},:?-#&*!|>'\"%@`~\t\r\n\ufeff\u0002\u0018\u001f <"),
    fc.constantFrom(
      "\n  ",
      "\n- ",
      ": ",
      "&a ",
      "*a ",
      "<<: ",
      "!x ",
      "!!int ",
      "---\n",
      "...\n",
      "a",
      "1",
      "|+\n",
      ">2\n",
    ),
  );

  test(`${runs} texts of random marks`, () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join("");
        const { root, problems } = parseYaml(source);
        for (const { span } of problems) {
          expect(0 <= span.start && span.start <= span.end && span.end <= source.length).toBe(true);
        }
        if (root !== undefined) checkPlaces(source, root);
        if (root !== undefined && problems.length === 0) checkDecoding(source, root);
      }),
      { numRuns: runs * 2, seed: 8 },
    );
  });

  test(`${runs} texts of random bytes`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const source = new TextDecoder().decode(bytes);
        const { root } = parseYaml(source);
        if (root !== undefined) checkPlaces(source, root);
      }),
      { numRuns: runs, seed: 9 },
    );
  });

  test(`${runs} printed values with a piece cut out, doubled or put in`, () => {
    const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 20 }), piece, twice: fc.boolean() });
    fc.assert(
      fc.property(anyValue, anyStyle, change, (given, style, { at, length, piece: put, twice }) => {
        const source = printedYaml(JSON.parse(JSON.stringify(given)), style);
        const from = at % (source.length + 1);
        const cut = source.slice(from, from + length);
        const mutated = source.slice(0, from) + (twice ? cut + put + cut : put) + source.slice(from + length);
        const { root, problems } = parseYaml(mutated);
        if (root !== undefined) checkPlaces(mutated, root);
        if (root !== undefined && problems.length === 0) checkDecoding(mutated, root);
      }),
      { numRuns: runs, seed: 10 },
    );
  });
});
