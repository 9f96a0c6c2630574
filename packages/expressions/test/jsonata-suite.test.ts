import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { type Evaluation, evaluateJsonata } from "../src/evaluate.ts";
import { parseJsonata } from "../src/index.ts";

const corpus =
  process.env.STATEWRIGHT_CORPUS ?? resolve(import.meta.dirname, "../../../../shared/conformance");
const file = resolve(corpus, "jsonata/suite.json");

interface Expected {
  readonly result?: Json;
  readonly undefinedResult?: true;
  readonly code?: string | null;
  readonly error?: { readonly code: string };
  /** The reference ends in an exception that is no error of the language: any such error is right. */
  readonly crash?: string;
  /** The reference never ends: the result of the later version is right. */
  readonly hang?: true;
}

interface Case extends Expected {
  readonly id: string;
  readonly expr: string;
  readonly data?: Json;
  readonly bindings?: Readonly<Record<string, Json>>;
  readonly depth?: number;
  /** What 2.0.6 does, where that is something else. */
  readonly expected206?: Expected;
}

describe.skipIf(!existsSync(file))("JSONata's own suite, as 2.0.6 answers it (R-JA-02)", () => {
  const cases: readonly Case[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  const groups = new Set(cases.map((one) => one.id.split("/")[0]));

  test.each([...groups])("%s", (group) => {
    const members = cases.filter((one) => one.id.split("/")[0] === group);
    for (const one of members)
      expect({ case: one.id, ...outcome(one) }).toEqual({ case: one.id, ...wanted(one) });
  });

  test("all of it", () => {
    const same = cases.filter((one) => isDeepStrictEqual(outcome(one), wanted(one)));
    const of206 = cases.filter((one) => one.expected206 !== undefined);
    console.log(
      `JSONata's suite: ${same.length} of ${cases.length} cases as 2.0.6 gives them (${of206.length} where it differs from 2.2.2)`,
    );
    expect(same.length).toBe(cases.length);
  });
});

function evaluation(one: Case): Evaluation {
  const { expression, problems } = parseJsonata(one.expr, { dialect: "plain" });
  const problem = problems[0];
  if (problem) return { ok: false, error: { ...problem, kind: "error" } };
  return evaluateJsonata(expression, {
    dialect: "plain",
    variable: (name) => (Object.hasOwn(one.bindings ?? {}, name) ? one.bindings?.[name] : undefined),
    ...(one.data !== undefined && { input: one.data }),
    now: Date.parse("2024-05-06T07:08:09.010Z"),
    random: () => 0.5,
    ...(one.depth !== undefined && { budget: { depth: one.depth } }),
  });
}

type Outcome = { readonly value: Json | undefined } | { readonly code: string };

function outcome(one: Case): Outcome {
  const evaluated = evaluation(one);
  if (evaluated.ok) return { value: evaluated.value };
  const anyError = one.expected206?.crash !== undefined;
  return { code: anyError ? "any" : (evaluated.error.code ?? evaluated.error.kind) };
}

function wanted(one: Case): Outcome {
  const expected = one.expected206?.hang ? one : (one.expected206 ?? one);
  if (expected.crash !== undefined) return { code: "any" };
  const code = expected.code ?? expected.error?.code;
  if (code) return { code };
  return { value: expected.undefinedResult ? undefined : expected.result };
}
