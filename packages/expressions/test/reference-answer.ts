import type { Json } from "@statewright/json-types";
import jsonata from "jsonata";
import { evaluateJsonata } from "../src/evaluate.ts";
import { type JsonataExpression, parseJsonata } from "../src/index.ts";

/** What an engine makes of an expression: its value as JSON, or the code of its error. */
export interface Answer {
  readonly json?: string | undefined;
  readonly code?: string;
  /** Why the answer says nothing about the language. */
  readonly because?: keyof typeof notCompared;
}

/** Where there is nothing to compare with, and why: the reference leaves the language, or this engine refuses. */
export const notCompared = {
  "host exception": "JSONata 2.0.6 ends in an exception of JavaScript, which is no error of the language",
  "function result": "the value is a function, whose insides 2.0.6 shows to the caller",
  "data changed": "2.0.6 wrote a missing value into the caller's data (a grouping of an empty array)",
  "linear time":
    "the regular expression needs look-around, back-references or line ends that RE2 does not know",
} as const;

/** The answer of the `jsonata` package. */
export async function referenceAnswer(compiled: jsonata.Expression | string, data: Json): Promise<Answer> {
  if (compiled === hostException) return { because: "host exception" };
  if (typeof compiled === "string") return { code: compiled };
  const input = structuredClone(data);
  try {
    const value: unknown = await compiled.evaluate(input);
    if (JSON.stringify(input) !== JSON.stringify(data)) return { because: "data changed" };
    if (isFunction(value)) return { because: "function result" };
    return { json: JSON.stringify(value) };
  } catch (error) {
    const { code, error: inner } = error as { code?: string; error?: { code?: string } };
    if (JSON.stringify(input) !== JSON.stringify(data)) return { because: "data changed" };
    if (code === "D3121" && inner?.code === undefined) return { because: "host exception" };
    return code ? { code } : { because: "host exception" };
  }
}

/** What stands for the code of an exception that is no error of the language. */
export const hostException = "host exception";

/** The package's reading of a text, or the code of its error. */
export function referenceOf(text: string): jsonata.Expression | string {
  try {
    return jsonata(text);
  } catch (error) {
    return (error as { code?: string }).code ?? hostException;
  }
}

function isFunction(value: unknown): boolean {
  if (typeof value === "function") return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "_jsonata_lambda") || Object.hasOwn(value, "_jsonata_function");
}

/** A text as this engine reads it: the tree, or the code of its first problem. */
export function ownReading(text: string): JsonataExpression | string {
  const { expression, problems } = parseJsonata(text, { dialect: "plain" });
  return problems[0]?.code ?? expression;
}

/** The answer of this engine. */
export function ownAnswer(read: JsonataExpression | string, data: Json, now: number = Date.now()): Answer {
  if (typeof read === "string") return { code: read };
  const answer = evaluateJsonata(read, {
    dialect: "plain",
    input: data,
    variable: () => undefined,
    now,
    random: () => 0.5,
  });
  if (answer.ok) return { json: JSON.stringify(answer.value) };
  if (answer.error.kind === "unsupported") return { because: "linear time" };
  if (answer.error.kind === "unsupported-result") return { because: "function result" };
  return { code: answer.error.code ?? answer.error.kind };
}
