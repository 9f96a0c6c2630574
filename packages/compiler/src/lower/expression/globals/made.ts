import { arrayShape, numberShape, type Shape } from "@statewright/json-types";
import type { ArrowExpression } from "../../../ir/arrow.ts";
import { atom, call, levels, operand } from "../code/code.ts";
import { arrayCode, sequenceAsArray } from "../code/constructors.ts";
import { numberLiteral } from "../code/literal.ts";
import { binary, lambda } from "../code/operators.ts";
import { numberOperand } from "../emit/arithmetic.ts";
import { orNull } from "../emit/array.ts";
import { withLocal } from "../emit/let.ts";
import { shapedValue } from "../emit/results.ts";
import { parsedDate } from "../methods/dates.ts";
import { distinctElements, isSet } from "../methods/sets.ts";
import { asElementOf, canBe, isOnly, kinds, type Value } from "../value/index.ts";
import { argumentNode, type GlobalCall, type GlobalLowering } from "./global-call.ts";

const position: Shape = numberShape({ integer: true, minimum: 0, maximum: 2 ** 32 });

const date: GlobalLowering = ({ node, scope }) =>
  scope.session.refuse(node, "A Date is no JSON.", "Say as what: `.toISOString()` or `.getTime()`.");

const set: GlobalLowering = ({ node, scope }) =>
  scope.session.refuse(node, "A Set is no JSON.", "Make an array of it: `[...new Set(xs)]`.");

const parseDate: GlobalLowering = (invocation) => {
  const { node, scope } = invocation;
  const text = argumentNode(invocation, 0);
  return text
    ? parsedDate(node, text, scope)
    : scope.session.refuse(node, "`Date.parse` needs a text.", "Give it one.");
};

/** `Array.from(xs)`, `Array.from(new Set(xs))`, `Array.from({ length: n }, (_, i) => …)`. */
const from: GlobalLowering = (invocation) => {
  const { node, scope } = invocation;
  const source = argumentNode(invocation, 0);
  if (source && isSet(source) && invocation.arguments.length === 1) return distinctElements(source, scope);
  const length = source && lengthOf(source);
  if (length) return counted(invocation, length);
  if (!source || invocation.arguments.length > 1) {
    return scope.session.refuse(node, "`Array.from` makes an array of an array or of a length here.", useMap);
  }
  const value = scope.session.emit(source, scope);
  if (isOnly(value, kinds.array) && value.absent !== "possible") return value;
  return scope.session.refuse(
    source,
    "It has to be an array.",
    "Leave `Array.from` out, or give it an array.",
  );
};

const useMap = "Use `xs.map(…)`.";

/** The `n` of `{ length: n }`. */
function lengthOf(node: ArrowExpression): ArrowExpression | undefined {
  if (node.kind !== "object" || node.members.length !== 1) return undefined;
  const [member] = node.members;
  return member?.kind === "property" && member.key === "length" ? member.value : undefined;
}

/** The numbers from 0, through the function. */
function counted(invocation: GlobalCall, length: ArrowExpression): Value {
  const { node, scope } = invocation;
  const fn = argumentNode(invocation, 1);
  if (fn?.kind !== "function" || fn.parameters.length > 2) {
    const instead = "Give it one: `Array.from({ length: n }, (_, i) => i)`.";
    return scope.session.refuse(fn ?? node, "It needs a function that makes the elements.", instead);
  }
  const value = scope.session.emit(length, scope);
  const count = numberOperand(length, value, scope.session);
  const last =
    typeof value.literal === "number"
      ? numberLiteral(value.literal - 1)
      : binary("-", count, numberLiteral(1));
  const range = arrayCode([atom(`0..${operand(last, levels.sum)}`)]);
  const name = scope.session.name(fn.parameters[1]?.name ?? "i");
  const index = { code: { text: `$${name}`, level: levels.path, repeatable: true }, shape: position };
  let inner = { ...scope, inFunction: true };
  const [nothing, counter] = fn.parameters;
  if (nothing)
    inner = {
      ...withLocal(inner, nothing, { ...index, shape: { kind: "never" }, absent: "possible" }),
      inFunction: true,
    };
  if (counter) inner = { ...withLocal(inner, counter, { ...index, absent: "never" }), inFunction: true };
  const emitted = scope.session.emit(fn.body, inner);
  const body = orNull(emitted, inner);
  const mapped = call("map", range, lambda([name], body.code));
  const array = shapedValue(sequenceAsArray(mapped, canBe(body, kinds.array)), arrayShape(body.shape));
  return { ...array, ...asElementOf(emitted) };
}

export const madeValues: Readonly<Record<string, GlobalLowering>> = {
  "new Date": date,
  "new Set": set,
  "Date.parse": parseDate,
  "Array.from": from,
};
