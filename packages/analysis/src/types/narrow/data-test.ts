import { hasPlaceholder, isTimestamp, type JsonRecord, type JsonValue } from "@statewright/asl";
import { literalShape, type Shape } from "@statewright/json-types";
import { parsePath } from "../json-path/parse-path.ts";
import type { Condition } from "./condition.ts";
import { mirrored, type Ordering, ordered } from "./ordering.ts";
import type { Place } from "./place.ts";
import { equalTo, orderedTo, type Relation } from "./relation.ts";
import { matchesPattern, readPattern } from "./text-pattern.ts";
import { equals, exists, hasType, passes, type ValueTest } from "./value-test.ts";

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
  const operator = Object.keys(record).find((key) => key !== "Variable" && isOperator(key)) ?? "";
  const operand = record[operator];
  const place = typeof text === "string" ? placeOfPath(text, inputIsRaw) : undefined;
  if (typeof text !== "string" || operand === undefined || place === undefined) return opaque;
  if (operator.endsWith("Path")) return readRelation(place, text, operator, operand, inputIsRaw);
  const test = testOf(operator, operand);
  if (test === undefined) return opaque;
  const condition: Condition = { kind: "test", place, test, text };
  return operand === false && operator.startsWith("Is") ? { kind: "not", operand: condition } : condition;
}

/** `NumericLessThanEquals`, `StringEqualsPath` (R-CHOICE-11). */
const comparison =
  /^(String|Numeric|Timestamp|Boolean)(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals)(?:Path)?$/;
const orders: Readonly<Record<string, Ordering>> = {
  LessThan: "<",
  LessThanEquals: "<=",
  GreaterThan: ">",
  GreaterThanEquals: ">=",
};

function isOperator(key: string): boolean {
  return comparison.test(key) || typeTests.has(key) || key === "StringMatches";
}

const typeTests: ReadonlyMap<string, () => ValueTest> = new Map([
  ["IsPresent", () => exists],
  ["IsNull", () => hasType("null")],
  ["IsString", () => hasType("string")],
  ["IsNumeric", () => hasType("number")],
  ["IsBoolean", () => hasType("boolean")],
  ["IsTimestamp", () => passes("string", "a timestamp", timestampOrNot)],
]);

function testOf(operator: string, operand: JsonValue): ValueTest | undefined {
  // What a deployment tool fills in is not known here.
  if (typeof operand === "string" && hasPlaceholder(operand)) return undefined;
  if (operator === "StringMatches") return typeof operand === "string" ? matches(operand) : undefined;
  const [, kind, order = ""] = comparison.exec(operator) ?? [];
  if (kind === undefined) return typeTests.get(operator)?.();
  if (kind === "Timestamp") return comparesInstants(operand);
  const literal = literalShape(operand);
  const ordering = orders[order];
  return ordering === undefined ? equals([literal]) : ordered(ordering, literal, "is false");
}

/** What can be told of two instants is that a text is none (R-CHOICE-18). */
function comparesInstants(operand: JsonValue): ValueTest {
  return passes("string", `a timestamp that compares with ${JSON.stringify(operand)}`, (member) =>
    timestampOrNot(member) === false ? false : undefined,
  );
}

function timestampOrNot(member: Shape): boolean | undefined {
  return member.kind === "string" && member.value !== undefined ? isTimestamp(member.value) : undefined;
}

function matches(pattern: string): ValueTest | undefined {
  const parts = readPattern(pattern);
  if (parts === undefined) return undefined;
  return passes("string", `like ${JSON.stringify(pattern)}`, (member) => {
    if (member.kind !== "string") return false;
    if (member.value !== undefined) return matchesPattern(parts, member.value);
    return parts.every((part) => part === "") && parts.length > 1 ? true : undefined;
  });
}

/** `NumericLessThanPath`: what the path leads to is compared (R-CHOICE-20). */
function readRelation(
  left: Place,
  text: string,
  operator: string,
  operand: JsonValue,
  inputIsRaw: boolean,
): Condition {
  const [, type, order = ""] = comparison.exec(operator) ?? [];
  const right = typeof operand === "string" ? placeOfPath(operand, inputIsRaw) : undefined;
  const kind = type === undefined ? undefined : kindsOf[type];
  if (kind === undefined || right === undefined) return opaque;
  const ordering = orders[order];
  const relation = (as: Ordering | undefined): Relation =>
    as === undefined ? equalTo(kind) : orderedTo(as, [kind], "is false");
  return {
    kind: "relation",
    left,
    right,
    ofLeft: relation(ordering),
    ofRight: relation(ordering && mirrored[ordering]),
    text,
    rightText: String(operand),
    asks: `${ordering ?? "="} \`${operand}\``,
    mayBeMissing: false,
  };
}

const kindsOf: Readonly<Record<string, Shape["kind"]>> = {
  String: "string",
  Numeric: "number",
  Boolean: "boolean",
};

/** The place that a path names; none for one into the context, or into what InputPath makes of the input. */
export function placeOfPath(text: string, inputIsRaw: boolean): Place | undefined {
  const path = parsePath(text);
  if (path === undefined || path.root === "context") return undefined;
  if (path.root === "value" && !inputIsRaw) return undefined;
  const fields = path.steps.map(({ key }) => key);
  if (!fields.every((key) => typeof key === "string")) return undefined;
  return path.variable === undefined ? { fields } : { variable: path.variable, fields };
}
