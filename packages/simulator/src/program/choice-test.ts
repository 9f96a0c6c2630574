import { hasPlaceholder, type JsonRecord, type JsonValue } from "@statewright/asl";
import { bug } from "@statewright/diagnostics";
import { type JsonPath, parseJsonPath } from "@statewright/expressions";
import type { Json } from "@statewright/json-types";
import { parseTimestamp } from "../json/iso-time.ts";
import { jsonText } from "../json/json-text.ts";

/** A data-test expression of a JSONPath Choice rule (R-CHOICE-10). */
export type ChoiceTest =
  | { readonly kind: "and" | "or"; readonly tests: readonly ChoiceTest[] }
  | { readonly kind: "not"; readonly test: ChoiceTest }
  | Comparison;

export interface Comparison {
  readonly kind: "compare";
  readonly variable: JsonPath;
  readonly operator: string;
  readonly operand: { readonly value: Json } | { readonly path: JsonPath };
}

/** Why a test cannot be compiled. */
export interface ChoiceTestProblem {
  readonly kind: "problem";
  readonly unsupported: boolean;
  readonly what: string;
}

const deepestTest = 200;

/** Compiles the test of a rule; a rule with anything that is not understood is refused whole. */
export function compileChoiceTest(test: JsonValue | undefined, depth = 0): ChoiceTest | ChoiceTestProblem {
  if (depth > deepestTest)
    return { kind: "problem", unsupported: true, what: "a condition nested this deep" };
  if (!isRecord(test)) return broken("a test must be an object");
  for (const combinator of ["And", "Or"] as const) {
    if (!Object.hasOwn(test, combinator)) continue;
    const parts = test[combinator];
    if (!Array.isArray(parts)) return broken(`\`${combinator}\` must be an array`);
    const tests: ChoiceTest[] = [];
    for (const part of parts) {
      const compiled = compileChoiceTest(part, depth + 1);
      if (compiled.kind === "problem") return compiled;
      tests.push(compiled);
    }
    return { kind: combinator === "And" ? "and" : "or", tests };
  }
  if (Object.hasOwn(test, "Not")) {
    const inner = compileChoiceTest(test.Not, depth + 1);
    return inner.kind === "problem" ? inner : { kind: "not", test: inner };
  }
  return compileComparison(test);
}

function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function compileComparison(test: JsonRecord): ChoiceTest | ChoiceTestProblem {
  const text = Object.hasOwn(test, "Variable") ? test.Variable : undefined;
  if (typeof text !== "string") return broken("a rule needs `Variable`");
  const variable = parseJsonPath(text).path;
  if (variable === undefined) return noPath(text);
  const operator = Object.keys(test).find((key) => operatorPattern.test(key));
  if (operator === undefined) return broken("a rule needs a comparison operator");
  const operand = test[operator] as Json;
  if (!operator.endsWith("Path")) return { kind: "compare", variable, operator, operand: { value: operand } };
  const path = typeof operand === "string" ? parseJsonPath(operand).path : undefined;
  if (path === undefined) return noPath(typeof operand === "string" ? operand : jsonText(operand));
  return { kind: "compare", variable, operator: operator.slice(0, -4), operand: { path } };
}

const operatorPattern =
  /^(?:(?:(?:String|Numeric|Timestamp)(?:Equals|(?:Less|Greater)Than(?:Equals)?)|BooleanEquals)(?:Path)?|StringMatches|Is(?:Null|Present|Numeric|String|Boolean|Timestamp))$/;

/** A text with a placeholder may become a path. */
function noPath(text: string): ChoiceTestProblem {
  const unsupported = hasPlaceholder(text);
  return {
    kind: "problem",
    unsupported,
    what: unsupported ? `the path \`${text}\`` : `\`${text}\` is no path`,
  };
}

function broken(what: string): ChoiceTestProblem {
  return { kind: "problem", unsupported: false, what };
}

/** Compares two values; another type on either side is simply false (R-CHOICE-12). */
export function compareValues(operator: string, left: Json, right: Json): boolean {
  if (operator.startsWith("Is")) return hasKind(operator, left) === right;
  if (operator === "StringMatches") {
    return typeof left === "string" && typeof right === "string" && matchesWildcard(left, right);
  }
  if (operator === "BooleanEquals") return typeof left === "boolean" && left === right;
  const { kind, relation } = orders.get(operator) ?? bug(`no operator ${operator}`);
  const first = comparable(kind, left);
  const second = comparable(kind, right);
  if (first === undefined || second === undefined) return false;
  return ordered(relation, first < second ? -1 : first > second ? 1 : 0);
}

type Kind = "Numeric" | "String" | "Timestamp";
type Relation = "Equals" | "LessThan" | "LessThanEquals" | "GreaterThan" | "GreaterThanEquals";

const kinds = ["Numeric", "String", "Timestamp"] as const;
const relations = ["Equals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"] as const;

/** What each operator that orders two values compares, and which orders it takes. */
const orders: ReadonlyMap<string, { readonly kind: Kind; readonly relation: Relation }> = new Map(
  kinds.flatMap((kind) => relations.map((relation) => [`${kind}${relation}`, { kind, relation }] as const)),
);

function comparable(kind: Kind, value: Json): number | string | undefined {
  if (kind === "Numeric") return typeof value === "number" ? value : undefined;
  if (typeof value !== "string") return undefined;
  return kind === "String" ? value : parseTimestamp(value);
}

function ordered(relation: Relation, order: number): boolean {
  switch (relation) {
    case "Equals":
      return order === 0;
    case "LessThan":
      return order < 0;
    case "LessThanEquals":
      return order <= 0;
    case "GreaterThan":
      return order > 0;
    case "GreaterThanEquals":
      return order >= 0;
  }
}

function hasKind(operator: string, value: Json): boolean {
  switch (operator) {
    case "IsNull":
      return value === null;
    case "IsNumeric":
      return typeof value === "number";
    case "IsString":
      return typeof value === "string";
    case "IsBoolean":
      return typeof value === "boolean";
    case "IsTimestamp":
      return typeof value === "string" && parseTimestamp(value) !== undefined;
    default:
      return true;
  }
}

/** `*` matches any run; `\*` and `\\` are the characters themselves (R-CHOICE-19). Linear backtracking over `*`. */
function matchesWildcard(text: string, pattern: string): boolean {
  const parts = patternParts(pattern);
  let at = 0;
  let part = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (part < parts.length && parts[part] === anyRun) {
      star = part;
      resume = at;
      part += 1;
    } else if (part < parts.length && parts[part] === text[at]) {
      at += 1;
      part += 1;
    } else if (star >= 0) {
      part = star + 1;
      resume += 1;
      at = resume;
    } else return false;
  }
  while (parts[part] === anyRun) part += 1;
  return part === parts.length;
}

const anyRun = "*run";

function patternParts(pattern: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const unit = pattern[at] as string;
    if (unit === "\\" && at + 1 < pattern.length) {
      at += 1;
      parts.push(pattern[at] as string);
    } else parts.push(unit === "*" ? anyRun : unit);
  }
  return parts;
}
