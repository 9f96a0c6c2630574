import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { equalExpressions, type JsonataExpression, parseJsonata, printJsonata } from "../src/index.ts";
import { randomDocument } from "./random-data.ts";
import { randomExpression } from "./random-jsonata.ts";
import { randomSource } from "./random-source.ts";
import { ownAnswer } from "./reference-answer.ts";

const texts = process.env.STATEWRIGHT_DEEP ? 100_000 : 4000;
const corpus =
  process.env.STATEWRIGHT_CORPUS ?? resolve(import.meta.dirname, "../../../../shared/conformance");
const suite = resolve(corpus, "jsonata/suite.json");

function read(text: string): JsonataExpression | undefined {
  const { expression, problems } = parseJsonata(text, { dialect: "plain" });
  return problems.length === 0 ? expression : undefined;
}

function withoutSpans(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSpans);
  if (typeof node !== "object" || node === null) return node;
  const fields = Object.entries(node).filter(([name]) => !/span$/i.test(name));
  return Object.fromEntries(fields.map(([name, value]) => [name, withoutSpans(value)]));
}

function holdsItsTree(text: string): void {
  const expression = read(text);
  if (!expression) return;
  for (const width of [undefined, 40, 8]) {
    const printed = printJsonata(expression, { ...(width !== undefined && { width }) });
    const again = read(printed);
    expect({ text, printed, tree: again && withoutSpans(again) }).toEqual({
      text,
      printed,
      tree: withoutSpans(expression),
    });
    expect({ text, equal: again && equalExpressions(again, expression) }).toEqual({ text, equal: true });
  }
}

test(`${texts} random expressions are the same tree when they are printed and read again`, () => {
  const random = randomSource(11);
  for (let count = 0; count < texts; count += 1) holdsItsTree(randomExpression(random));
}, 3_600_000);

test.skipIf(!existsSync(suite))("so are those of JSONata's own suite", () => {
  const cases: readonly { readonly expr: string }[] = JSON.parse(readFileSync(suite, "utf8"));
  for (const { expr } of cases) holdsItsTree(expr);
});

/** The same expression with the signs of deployment tools in its texts, names and patterns. */
function withTemplates(text: string): string {
  return (
    text
      .replaceAll("'a'", "'${a}%{b}'")
      .replaceAll("'Hello'", "'$\\u007bHello}'")
      // A predicate on a field of a missing context is the one thing that cannot be written in another way.
      .replaceAll(/`a`(?!\[)/g, "`${a`")
      .replaceAll(".s", ".`a%{${s`")
      .replaceAll("/,/", "/[%${},]/")
      .replaceAll("/l+/", "/l{1}|\\${x}|%{1,2}/")
      .replaceAll("$$.b@", "${'b': 1}.b@")
  );
}

test(`${texts} random expressions mean the same when no template sign may come out`, () => {
  const random = randomSource(12);
  const now = Date.UTC(2026, 2, 4, 5, 6, 7, 89);
  let rewritten = 0;
  for (let count = 0; count < texts; count += 1) {
    const text = withTemplates(randomExpression(random));
    const data = randomDocument(random);
    const expression = read(text);
    if (!expression) continue;
    if (/[$%]\{/.test(printJsonata(expression))) rewritten += 1;
    const printed = printJsonata(expression, { templateSafe: true });
    expect(printed).not.toMatch(/[$%]\{/);
    const again = read(printed);
    const answer = again && ownAnswer(again, data, now);
    expect({ text, printed, answer }).toEqual({ text, printed, answer: ownAnswer(expression, data, now) });
  }
  console.log(`printed without template signs: ${rewritten} of ${texts} expressions had some`);
  expect(rewritten).toBeGreaterThan(texts / 20);
}, 3_600_000);
