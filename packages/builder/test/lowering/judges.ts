import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonValue } from "@statewright/asl";
import type { Json } from "@statewright/json-types";

/** Evaluates what lowering emits, field by field, with one engine. */
export type Judge = (field: JsonValue, input: Json) => Promise<unknown>;

interface Expression {
  evaluate(input: undefined, bindings: object): Promise<unknown>;
  registerFunction(name: string, implementation: (...parameters: string[]) => unknown): void;
}

/** The package that AWS names the dialect after belongs to the compiler's tests; it is resolved from there. */
const compiler = fileURLToPath(import.meta.resolve("@statewright/compiler"));
const jsonata = createRequire(`${dirname(compiler)}/`)("jsonata") as (text: string) => Expression;

/** The `jsonata` package 2.0.6, with AWS's `$parse` (R-JA-03). */
export const reference: Judge = (field, input) => evaluated(field, (text) => referenceValue(text, input));

const parsed = new Map<string, Expression>();

async function referenceValue(text: string, input: Json): Promise<unknown> {
  let expression = parsed.get(text);
  if (!expression) {
    expression = jsonata(text);
    expression.registerFunction("parse", (json) => JSON.parse(json ?? "") as unknown);
    if (parsed.size < 10_000) parsed.set(text, expression);
  }
  return expression.evaluate(undefined, { states: { input } });
}

/** Walks a template as Step Functions does (R-JA-13, R-JA-16). */
export async function evaluated(
  field: JsonValue,
  value: (text: string) => Promise<unknown> | unknown,
): Promise<unknown> {
  if (typeof field === "string" && field.startsWith("{%") && field.endsWith("%}")) {
    const result = await value(field.slice(2, -2));
    if (result === undefined) throw new Error("returned nothing (undefined)");
    return result;
  }
  if (Array.isArray(field)) return Promise.all(field.map((item: JsonValue) => evaluated(item, value)));
  if (typeof field !== "object" || field === null) return field;
  const entries = Object.entries(field).map(
    async ([key, item]) => [key, await evaluated(item, value)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** A value as JSON with sorted keys, so that two can be compared; -0 is 0, as JSON writes it. */
export function canonical(value: unknown): string | undefined {
  const json = JSON.stringify(value);
  return json === undefined ? undefined : JSON.stringify(sorted(JSON.parse(json)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
