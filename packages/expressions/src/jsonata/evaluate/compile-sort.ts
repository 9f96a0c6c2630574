import type { Span } from "@statewright/diagnostics";
import type { SortStep } from "../path-expression.ts";
import type { Closure, Scope } from "./closure.ts";
import { fail } from "./failure.ts";
import { type Frame, frameOfTuple } from "./frame.ts";
import { mergeSort } from "./merge-sort.ts";
import { type Fields, isList, type Value } from "./value.ts";

interface CompiledTerm {
  readonly key: Closure;
  readonly descending: boolean;
}

/** `^(<a, >b)`: sorts by the terms, the first that differs deciding; items without a key come last. */
export function compileSort(node: SortStep, scope: Scope): Closure {
  const terms = node.terms.map(({ expression, descending }) => ({
    key: scope.compile(expression),
    descending,
  }));
  const { span } = node;
  return (input, frame) => {
    if (!isList(input) || input.length <= 1) return input;
    const tuples = input.tupleStream === true;
    const keyOf = (term: CompiledTerm, item: Value): Value =>
      tuples ? term.key((item as Fields)["@"], frameOfTuple(frame, item)) : term.key(item, frame);
    return mergeSort(input, (left, right) => follows(terms, keyOf, left, right, frame, span));
  };
}

function follows(
  terms: readonly CompiledTerm[],
  keyOf: (term: CompiledTerm, item: Value) => Value,
  left: Value,
  right: Value,
  frame: Frame,
  span: Span,
): boolean {
  frame.run.meter.step();
  for (const term of terms) {
    const order = compareKeys(keyOf(term, left), keyOf(term, right), term.descending, span);
    if (order !== 0) return order > 0;
  }
  return false;
}

function compareKeys(left: Value, right: Value, descending: boolean, span: Span): number {
  if (left === undefined) return right === undefined ? 0 : 1;
  if (right === undefined) return -1;
  if (!isKey(left) || !isKey(right)) return fail("T2008", { value: isKey(left) ? right : left }, span);
  if (typeof left !== typeof right) return fail("T2007", { value: left, value2: right }, span);
  if (left === right) return 0;
  const order = left < right ? -1 : 1;
  return descending ? -order : order;
}

function isKey(value: Value): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
