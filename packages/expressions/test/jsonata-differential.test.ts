import { isDeepStrictEqual } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { partNames, partsOf, plainBuiltins } from "./expression-parts.ts";
import { randomDocument } from "./random-data.ts";
import { randomExpression } from "./random-jsonata.ts";
import { randomSource } from "./random-source.ts";
import { type Answer, ownAnswer, ownReading, referenceAnswer, referenceOf } from "./reference-answer.ts";

const pairs = process.env.STATEWRIGHT_DEEP ? 500_000 : 6000;
const documentsEach = 2;
const seed = 20_060_206;

/** Differences that are meant, each with its reason; they are counted and printed. */
const meantDifferences: readonly {
  readonly name: string;
  readonly reason: string;
  applies(pair: ComparedPair): boolean;
}[] = [
  {
    name: "another error first",
    reason:
      "2.0.6 evaluates the items of an array and the values of an object side by side: of two errors, the one that takes fewer turns of the event loop wins",
    applies: ({ parts, expected, answer }) =>
      expected.code !== undefined &&
      answer.code !== undefined &&
      (parts.has("array") || parts.has("object") || parts.has("group")),
  },
  {
    name: "unchecked arguments",
    reason:
      "2.0.6 does not check what a built-in that was applied partially is given, so that JavaScript converts it; this engine checks it against the signature",
    applies: ({ parts, answer }) => parts.has("partial") && /^(T041[012]|D3121)$/.test(answer.code ?? ""),
  },
  {
    name: "marks as values",
    reason:
      "2.0.6 keeps its marks of sequences as properties of the array, and `*` shows them where a path begins with an array constructor",
    applies: ({ parts }) =>
      parts.has("wildcard") && parts.has("array") && (parts.has("index") || parts.has("focus")),
  },
  {
    name: "insides of functions",
    reason:
      "2.0.6 shows what its function objects are made of to `*` and `**` (also the call that a function's body leaves to its caller)",
    applies: ({ parts }) => parts.has("lambda") && (parts.has("wildcard") || parts.has("descendants")),
  },
  {
    name: "a write into an empty array",
    reason:
      "an object constructor or a grouping of 2.0.6 writes a missing value into an empty array that it is evaluated for",
    applies: ({ parts, text, data }) =>
      (parts.has("object") || parts.has("group")) && (text + data).includes("[]"),
  },
  {
    name: "no Base64",
    reason:
      "what 2.0.6 makes of characters that Base64 does not have depends on where it runs: Node takes their lowest byte, or stops",
    applies: ({ parts, text, data }) => parts.has("$base64decode") && /[^\0-\x7f]|u00e9/.test(text + data),
  },
  {
    name: "half characters",
    reason:
      "a regular expression of 2.0.6 can match half of a character outside of the basic plane and so make broken text; RE2 matches characters",
    applies: ({ parts, text, data }) => parts.has("regex") && /[\u{10000}-\u{10ffff}]/u.test(text + data),
  },
];

interface ComparedPair {
  readonly text: string;
  /** The document, as JSON. */
  readonly data: string;
  readonly parts: ReadonlySet<string>;
  readonly expected: Answer;
  readonly answer: Answer;
}

test(`the same answers as jsonata 2.0.6 on ${pairs} random expressions with data (R-JA-02)`, async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 2, 4, 5, 6, 7, 89) });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const random = randomSource(seed);
  const counts: Record<string, number> = { values: 0, missing: 0, errors: 0 };
  const coverage = new Map<string, number>();
  const differences: string[] = [];
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (let done = 0; done < pairs; done += documentsEach) {
    const text = randomExpression(random);
    const read = ownReading(text);
    const compiled = referenceOf(text);
    const parts = typeof read === "string" ? new Set<string>() : partsOf(read);
    for (const part of parts) coverage.set(part, (coverage.get(part) ?? 0) + documentsEach);
    for (let document = 0; document < documentsEach; document += 1) {
      const data = randomDocument(random);
      const expected = await referenceAnswer(compiled, data);
      const answer = ownAnswer(read, data);
      const because = expected.because ?? answer.because;
      if (because) count(`not compared: ${because}`);
      else if (isSame(expected, answer))
        count(expected.code ? "errors" : expected.json === undefined ? "missing" : "values");
      else {
        const pair = { text, data: JSON.stringify(data), parts, expected, answer };
        const meant = meantDifferences.find((one) => one.applies(pair));
        if (meant) count(`meant: ${meant.name}`);
        else
          differences.push(`${text} on ${JSON.stringify(data)}: ${shown(answer)}, 2.0.6: ${shown(expected)}`);
      }
    }
  }
  const table = [...partNames, ...plainBuiltins].map((name) => [name, coverage.get(name) ?? 0] as const);
  console.log(
    `${pairs} pairs (seed ${seed}) against jsonata 2.0.6: ${JSON.stringify(counts)}, ${differences.length} differences`,
  );
  console.log(`pairs with each part: ${table.map(([name, times]) => `${name} ${times}`).join(", ")}`);
  expect(differences.slice(0, 20)).toEqual([]);
  const least = pairs / 1000;
  expect(table.filter(([, times]) => times < least)).toEqual([]);
  expect((counts.values ?? 0) / pairs).toBeGreaterThan(0.35);
  expect((counts.errors ?? 0) / pairs).toBeGreaterThan(0.1);
  for (const { name } of meantDifferences)
    expect((counts[`meant: ${name}`] ?? 0) / pairs).toBeLessThan(0.003);
}, 7_200_000);

function shown({ json, code }: Answer): string {
  return code ?? json ?? "nothing";
}

/** A grouping of an empty array writes a missing value into it, also where nobody else sees the array. */
function isSame(expected: Answer, answer: Answer): boolean {
  if (expected.code !== undefined || answer.code !== undefined) return expected.code === answer.code;
  if (expected.json === answer.json) return true;
  return isDeepStrictEqual(
    expected.json?.replaceAll("[]", "[null]"),
    answer.json?.replaceAll("[]", "[null]"),
  );
}
