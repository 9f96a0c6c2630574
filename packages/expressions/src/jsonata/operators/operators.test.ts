import { describe, expect, test } from "vitest";
import { evaluateJsonata } from "../evaluate.ts";
import { parseJsonata } from "../parse.ts";
import { parseSignature } from "../signature/parse-signature.ts";
import { operatorFacts } from "./all-operators.ts";

describe.each(operatorFacts.map((facts) => [facts.symbol, facts] as const))("%s", (_, facts) => {
  test.each(facts.examples)("%s", (text, value) => {
    const { expression, problems } = parseJsonata(text);
    expect(problems).toEqual([]);
    const environment = { variable: () => undefined, now: 0, random: () => 0.5 };
    expect(evaluateJsonata(expression, environment)).toEqual({ ok: true, value });
  });

  test("its doc line is a sentence, and its signature is read", () => {
    expect(parseSignature(facts.signature).problem).toBeUndefined();
    expect(facts.examples.length).toBeGreaterThan(0);
    expect(facts.doc).toMatch(/^[A-Z].*\.$/);
  });
});
