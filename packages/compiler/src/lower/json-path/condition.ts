import type { JsonRecord, JsonValue } from "@statewright/asl";

/** What a Choice asks: known already, or the data-test expression of a rule (R-CHOICE-10). */
export type Condition = Known | Test;

interface Known {
  readonly kind: "known";
  readonly value: boolean;
}

export interface Test {
  readonly kind: "test";
  readonly json: JsonRecord;
  /** Paths that are there where the answer is yes, and where it is no. */
  readonly present: readonly string[];
  readonly presentIfNot: readonly string[];
}

export function known(value: boolean): Condition {
  return { kind: "known", value };
}

/** `Variable` and one operator. */
export function comparison(variable: string, operator: string, operand: JsonValue): Test {
  return { kind: "test", json: { Variable: variable, [operator]: operand }, present: [], presentIfNot: [] };
}

/** Whether a path leads somewhere (R-CHOICE-14). */
export function isPresent(path: string, wanted = true): Test {
  const test = comparison(path, "IsPresent", wanted);
  return wanted ? { ...test, present: [path] } : { ...test, presentIfNot: [path] };
}

export function both(...conditions: readonly Condition[]): Condition {
  if (conditions.some((condition) => condition.kind === "known" && !condition.value)) return known(false);
  const tests = conditions.filter((condition) => condition.kind === "test");
  const [first] = tests;
  if (!first) return known(true);
  if (tests.length === 1) return first;
  return {
    kind: "test",
    json: { And: tests.flatMap(({ json }) => flat(json, "And")) },
    present: tests.flatMap(({ present }) => present),
    presentIfNot: [],
  };
}

export function either(...conditions: readonly Condition[]): Condition {
  if (conditions.some((condition) => condition.kind === "known" && condition.value)) return known(true);
  const tests = conditions.filter((condition) => condition.kind === "test");
  const [first] = tests;
  if (!first) return known(false);
  if (tests.length === 1) return first;
  return {
    kind: "test",
    json: { Or: tests.flatMap(({ json }) => flat(json, "Or")) },
    present: [],
    presentIfNot: tests.flatMap(({ presentIfNot }) => presentIfNot),
  };
}

export function not(condition: Condition): Condition {
  if (condition.kind === "known") return known(!condition.value);
  const { json, present, presentIfNot } = condition;
  return { kind: "test", json: opposite(json), present: presentIfNot, presentIfNot: present };
}

/** `Is…` has its opposite in itself (R-CHOICE-15); a `Not` goes. */
function opposite(json: JsonRecord): JsonRecord {
  const [operator, operand] = Object.entries(json).find(([key]) => key !== "Variable") ?? [];
  if (operator === "IsPresent") return { ...json, IsPresent: operand !== true };
  if (operator === "Not") return operand as JsonRecord;
  return { Not: json };
}

function flat(json: JsonRecord, combinator: "And" | "Or"): readonly JsonRecord[] {
  const inner = Object.hasOwn(json, combinator) ? json[combinator] : undefined;
  return Array.isArray(inner) ? (inner as readonly JsonRecord[]) : [json];
}

/** A rule's test, also of an answer that is known: the input itself is always there. */
export function testJson(condition: Condition): JsonRecord {
  return condition.kind === "test" ? condition.json : { Variable: "$", IsPresent: condition.value };
}
