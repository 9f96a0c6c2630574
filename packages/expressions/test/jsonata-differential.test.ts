import { isDeepStrictEqual } from "node:util";
import type { Json } from "@statewright/json-types";
import fc from "fast-check";
import jsonata from "jsonata";
import { expect, test } from "vitest";
import { evaluateJsonata } from "../src/evaluate.ts";
import { parseJsonata, printJsonata } from "../src/index.ts";
import { randomData, randomExpression } from "./random-jsonata.ts";

const numRuns = process.env.STATEWRIGHT_DEEP ? 120_000 : 3000;
const seed = 20_060_206;

/** What an engine makes of an expression; what cannot be compared is told apart. */
type Answer = { readonly json: string | undefined } | { readonly code: string } | "incomparable";

/** The reference's own exceptions (no code) and results that are functions say nothing about the language. */
async function reference(text: string, data: unknown): Promise<Answer> {
  try {
    const input = structuredClone(data);
    const value: unknown = await jsonata(text).evaluate(input);
    // A grouping of an empty array writes into the data; what is evaluated after that sees it.
    if (JSON.stringify(input) !== JSON.stringify(data)) return "incomparable";
    if (typeof value === "function") return "incomparable";
    if (typeof value === "object" && value !== null && !Array.isArray(value) && isFunctionObject(value)) {
      return "incomparable";
    }
    return { json: JSON.stringify(value) };
  } catch (error) {
    const { code } = error as { code?: string };
    return code ? { code } : "incomparable";
  }
}

/** A grouping of an empty array writes a missing value into it, also where nobody else sees the array. */
function comparable(answer: Exclude<Answer, "incomparable">): unknown {
  return "json" in answer ? answer.json?.replaceAll("[]", "[null]") : answer;
}

function isFunctionObject(value: object): boolean {
  return Object.hasOwn(value, "_jsonata_lambda") || Object.hasOwn(value, "_jsonata_function");
}

function own(text: string, data: Json): Answer {
  const { expression, problems } = parseJsonata(text, { dialect: "plain" });
  const problem = problems[0];
  if (problem) return { code: problem.code };
  const answer = evaluateJsonata(expression, {
    dialect: "plain",
    input: data,
    variable: () => undefined,
    now: 0,
    random: () => 0,
  });
  if (answer.ok) return { json: JSON.stringify(answer.value) };
  if (answer.error.kind === "unsupported") return "incomparable";
  return { code: answer.error.code ?? answer.error.kind };
}

test(`the same answers as jsonata 2.0.6 on ${numRuns} random expressions and data (R-JA-02)`, async () => {
  const counts = { values: 0, errors: 0, incomparable: 0, otherError: 0 };
  const differences: unknown[] = [];
  const pairs = fc.sample(fc.tuple(randomExpression, randomData), { numRuns, seed });
  for (const [text, data] of pairs) {
    const expected = await reference(text, data);
    const answer = own(text, data as Json);
    if (expected === "incomparable" || answer === "incomparable") {
      counts.incomparable += 1;
    } else if ("code" in expected && "code" in answer) {
      // The reference evaluates the parts of arrays and objects side by side, so another of two errors may win.
      counts[expected.code === answer.code ? "errors" : "otherError"] += 1;
    } else {
      counts.values += 1;
      if (!isDeepStrictEqual(comparable(answer), comparable(expected)))
        differences.push({ text, data, answer, expected });
    }
  }
  console.info(`compared with jsonata 2.0.6: ${JSON.stringify(counts)}`);
  expect(differences).toEqual([]);
  expect(counts.values).toBeGreaterThan(numRuns / 2);
  expect(counts.errors).toBeGreaterThan(numRuns / 10);
  expect(counts.otherError).toBeLessThan(numRuns / 100);
  expect(counts.incomparable).toBeLessThan(numRuns / 50);
}, 3_600_000);

test("reading what was printed gives the same tree", () => {
  fc.assert(
    fc.property(randomExpression, (text) => {
      const { expression, problems } = parseJsonata(text, { dialect: "plain" });
      if (problems.length > 0) return;
      const again = parseJsonata(printJsonata(expression), { dialect: "plain" });
      expect(again.problems).toEqual([]);
      expect(withoutSpans(again.expression)).toEqual(withoutSpans(expression));
    }),
    { numRuns: numRuns * 2, seed },
  );
}, 600_000);

function withoutSpans(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSpans);
  if (typeof node !== "object" || node === null) return node;
  const fields = Object.entries(node).filter(([name]) => !/span$/i.test(name));
  return Object.fromEntries(fields.map(([name, value]) => [name, withoutSpans(value)]));
}
