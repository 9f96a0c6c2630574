import type { JsonRecord, JsonValue, State } from "@statewright/asl";
import { type JsonataExpression, parseIntrinsic } from "@statewright/expressions";
import type { FlowEdge } from "../flow/flow-graph.ts";
import { isRecord } from "../json-record.ts";
import type { ExpressionTexts } from "../types/expression-texts.ts";
import { parsePath } from "../types/json-path/parse-path.ts";
import type { StateSite } from "../types/machine-sites.ts";
import { placeOfPath } from "../types/narrow/data-test.ts";
import { type Place, placeOf } from "../types/narrow/place.ts";
import { numberIn } from "./number-bounds.ts";

/** The fields of all states that decide what a transition does to a place. */
interface CarryingFields {
  readonly Assign?: JsonRecord;
  readonly Output?: JsonValue;
  readonly InputPath?: string | null;
  readonly OutputPath?: string | null;
  readonly ResultPath?: string | null;
  readonly Parameters?: JsonValue;
  readonly Result?: JsonValue;
}

/** Expressions nested deeper say nothing. */
const deepest = 50;

/**
 * What a transition adds to the number at a place: 0 where it leaves it alone; nothing where it may put
 * something else there.
 *
 * @param from where the number was before, if it was at another place.
 */
export function addedAmount(
  place: Place,
  edge: FlowEdge,
  { state, language }: StateSite,
  texts: ExpressionTexts,
  from: Place = place,
): number | undefined {
  const fields = fieldsOf(edge, state);
  const jsonata = language === "JSONata";
  const kept = from === place ? 0 : undefined;
  if (place.variable !== undefined) {
    const { Assign = {} } = fields;
    const key = jsonata ? place.variable : `${place.variable}.$`;
    if (!Object.hasOwn(Assign, place.variable) && !Object.hasOwn(Assign, key)) return kept;
    const value = Object.hasOwn(Assign, key) ? Assign[key] : undefined;
    if (value === undefined) return undefined;
    return jsonata
      ? amountIn(value, place.fields, from, texts)
      : amountOfPath(value, place.fields, from, isRaw(state));
  }
  if (!jsonata) return carriedByPaths(place, edge, state, fields, from);
  const { Output } = fields;
  if (Output !== undefined) return amountIn(Output, place.fields, from, texts);
  const passes =
    edge.kind !== "catch" && (state.Type === "Pass" || state.Type === "Choice" || state.Type === "Wait");
  return passes ? kept : undefined;
}

/** The fields that hold on this way out of the state: a rule's or a catcher's own, or the state's. */
function fieldsOf({ kind, index = 0 }: FlowEdge, state: State): CarryingFields {
  if (kind === "choice" && state.Type === "Choice") return state.Choices[index] ?? {};
  if (kind === "catch" && "Catch" in state) return state.Catch?.[index] ?? {};
  return state as CarryingFields;
}

function carriedByPaths(
  place: Place,
  { kind }: FlowEdge,
  state: State,
  fields: CarryingFields,
  from: Place,
): number | undefined {
  const { InputPath = "$", OutputPath } = state as CarryingFields;
  const kept = from === place ? 0 : undefined;
  if (kind !== "catch" && OutputPath !== undefined && OutputPath !== "$") return undefined;
  const raw = InputPath === "$";
  if (kind === "choice" || kind === "default" || state.Type === "Wait") return raw ? kept : undefined;
  const { ResultPath = "$" } = fields;
  if (ResultPath === null) return kept;
  const target = placeOfPath(ResultPath, true)?.fields;
  if (target === undefined) return undefined;
  const shared = target.findIndex((name, index) => name !== place.fields[index]);
  if (shared >= 0) return shared < place.fields.length ? kept : undefined;
  if (kind === "catch" || state.Type !== "Pass" || state.Result !== undefined) return undefined;
  const rest = place.fields.slice(target.length);
  if (state.Parameters !== undefined) return amountInTemplate(state.Parameters, rest, from, raw);
  return InputPath === null ? undefined : amountOfPath(InputPath, rest, from, true);
}

/** What stands at `path` in a JSONata template, as something added to what is at `place`. */
function amountIn(
  value: JsonValue,
  path: readonly string[],
  place: Place,
  texts: ExpressionTexts,
): number | undefined {
  let at: JsonValue | undefined = value;
  for (const [index, name] of [...path, ""].entries()) {
    if (typeof at === "string") {
      const read = texts.read(at);
      return read.kind === "expression" ? amountOf(read.tree, path.slice(index), place, 0) : undefined;
    }
    if (!isRecord(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return undefined;
}

function amountOf(
  expression: JsonataExpression,
  path: readonly string[],
  place: Place,
  depth: number,
): number | undefined {
  if (depth > deepest) return undefined;
  const read = placeOf(expression);
  if (read !== undefined) return isAt(read, path, place) ? 0 : undefined;
  const [name, ...rest] = path;
  if (expression.kind === "block") {
    const [only] = expression.expressions;
    return only && expression.expressions.length === 1 ? amountOf(only, path, place, depth + 1) : undefined;
  }
  if (name === undefined) return sumOf(expression, place, depth);
  if (expression.kind === "object") {
    const found = memberOf(expression, name);
    return found === undefined || found === "absent" ? undefined : amountOf(found, rest, place, depth + 1);
  }
  return mergedAmount(expression, path, place, depth);
}

/** `n + 1`, `1 + n`, `n - 1`. */
function sumOf(expression: JsonataExpression, place: Place, depth: number): number | undefined {
  if (expression.kind !== "binary") return undefined;
  const { operator, left, right } = expression;
  if (operator !== "+" && operator !== "-") return undefined;
  const added = numberIn(right);
  const before = amountOf(left, [], place, depth + 1);
  if (added !== undefined && before !== undefined) return operator === "+" ? before + added : before - added;
  const first = numberIn(left);
  const after = operator === "+" ? amountOf(right, [], place, depth + 1) : undefined;
  return first !== undefined && after !== undefined ? first + after : undefined;
}

/** `$merge([$states.input, { 'n': … }])`: the last that has the field. */
function mergedAmount(
  expression: JsonataExpression,
  path: readonly string[],
  place: Place,
  depth: number,
): number | undefined {
  if (expression.kind !== "call") return undefined;
  const { callee, arguments: given } = expression;
  const [list] = given;
  if (callee.kind !== "variable" || callee.name !== "merge" || list?.kind !== "array") return undefined;
  const [name = "", ...rest] = path;
  for (const item of list.items.toReversed()) {
    if (item.kind !== "object") return amountOf(item, path, place, depth + 1);
    const found = memberOf(item, name);
    if (found === undefined) return undefined;
    if (found !== "absent") return amountOf(found, rest, place, depth + 1);
  }
  return undefined;
}

/** A member of an object constructor; nothing where a key is computed. */
function memberOf(
  { pairs }: Extract<JsonataExpression, { kind: "object" }>,
  name: string,
): JsonataExpression | "absent" | undefined {
  if (!pairs.every(({ key }) => key.kind === "string")) return undefined;
  return pairs.find(({ key }) => key.kind === "string" && key.value === name)?.value ?? "absent";
}

/** What stands at `path` in a payload template. */
function amountInTemplate(
  template: JsonValue,
  path: readonly string[],
  place: Place,
  inputIsRaw: boolean,
): number | undefined {
  let at: JsonValue | undefined = template;
  for (const [index, name] of path.entries()) {
    if (!isRecord(at)) return undefined;
    const dynamic = Object.hasOwn(at, `${name}.$`) ? at[`${name}.$`] : undefined;
    if (dynamic !== undefined) return amountOfPath(dynamic, path.slice(index + 1), place, inputIsRaw);
    at = Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return undefined;
}

/** A path, or `States.MathAdd(path, 1)`. */
function amountOfPath(
  text: JsonValue,
  path: readonly string[],
  place: Place,
  inputIsRaw: boolean,
): number | undefined {
  if (typeof text !== "string") return undefined;
  if (text.startsWith("$")) {
    const read = parsePath(text) && placeOfPath(text, inputIsRaw);
    return read !== undefined && isAt(read, path, place) ? 0 : undefined;
  }
  const { call } = parseIntrinsic(text);
  if (call?.name !== "States.MathAdd" || path.length > 0 || call.arguments.length !== 2) return undefined;
  const [left, right] = call.arguments;
  const [read, added] = left?.kind === "path" ? [left, right] : [right, left];
  if (read?.kind !== "path" || added?.kind !== "number" || !Number.isInteger(added.value)) return undefined;
  return amountOfPath(read.path.text, [], place, inputIsRaw) === 0 ? added.value : undefined;
}

/** What is at `path` of what was read is what is at `place`. */
function isAt(read: Place, path: readonly string[], place: Place): boolean {
  const fields = [...read.fields, ...path];
  if (read.variable !== place.variable || fields.length !== place.fields.length) return false;
  return fields.every((name, index) => name === place.fields[index]);
}

function isRaw(state: State): boolean {
  const { InputPath } = state as CarryingFields;
  return InputPath === undefined || InputPath === "$";
}
