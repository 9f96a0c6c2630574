import type { JsonRecord, JsonValue } from "@statewright/asl";
import { literalShape } from "@statewright/json-types";
import { parsePath } from "../json-path/parse-path.ts";
import type { Condition } from "./condition.ts";
import type { Place } from "./place.ts";
import { equals, exists, hasType, type ValueTest } from "./value-test.ts";

const opaque: Condition = { kind: "opaque" };
/** Tests nested deeper say nothing. */
const deepest = 200;

/**
 * Reads the data-test expression of a JSONPath rule (R-CHOICE-10 ff.) as a condition. `inputIsRaw`: there is no
 * InputPath, so that `$` is the input itself.
 */
export function conditionOfTest(test: JsonRecord, inputIsRaw: boolean): Condition {
  return read(test, inputIsRaw, 0);
}

function read(test: JsonValue | undefined, inputIsRaw: boolean, depth: number): Condition {
  if (typeof test !== "object" || test === null || Array.isArray(test) || depth > deepest) return opaque;
  const record = test as JsonRecord;
  const inner = (one: JsonValue | undefined) => read(one, inputIsRaw, depth + 1);
  if (Object.hasOwn(record, "Not")) return { kind: "not", operand: inner(record.Not) };
  for (const [name, kind] of [["And", "and"] as const, ["Or", "or"] as const]) {
    const list = Object.hasOwn(record, name) ? record[name] : undefined;
    if (!Array.isArray(list)) continue;
    // From the end, so that the first is asked first; a long list is as deep as it is long.
    const [first, ...others] = list.length > deepest ? [] : list.map(inner);
    if (first === undefined) return opaque;
    return [first, ...others].reduceRight((right, left) => ({ kind, left, right }));
  }
  return readComparison(record, inputIsRaw);
}

function readComparison(record: JsonRecord, inputIsRaw: boolean): Condition {
  const text = Object.hasOwn(record, "Variable") ? record.Variable : undefined;
  const operator = Object.keys(record).find((key) => tests.has(key)) ?? "";
  const operand = record[operator];
  const test = operand === undefined ? undefined : tests.get(operator)?.(operand);
  const place = typeof text === "string" ? placeOfPath(text, inputIsRaw) : undefined;
  if (typeof text !== "string" || test === undefined || place === undefined) return opaque;
  const condition: Condition = { kind: "test", place, test, text };
  return operand === false && operator.startsWith("Is") ? { kind: "not", operand: condition } : condition;
}

const is = (name: string) => (): ValueTest => hasType(name);
const same = (literal: JsonValue): ValueTest => equals([literalShape(literal)]);

const tests: ReadonlyMap<string, (operand: JsonValue) => ValueTest> = new Map([
  ["IsPresent", () => exists],
  ["IsNull", is("null")],
  ["IsString", is("string")],
  ["IsNumeric", is("number")],
  ["IsBoolean", is("boolean")],
  ["StringEquals", same],
  ["NumericEquals", same],
  ["BooleanEquals", same],
]);

/** The place that a path names; none for one into the context, or into what InputPath makes of the input. */
export function placeOfPath(text: string, inputIsRaw: boolean): Place | undefined {
  const path = parsePath(text);
  if (path === undefined || path.root === "context") return undefined;
  if (path.root === "value" && !inputIsRaw) return undefined;
  const fields = path.steps.map(({ key }) => key);
  if (!fields.every((key) => typeof key === "string")) return undefined;
  return path.variable === undefined ? { fields } : { variable: path.variable, fields };
}
