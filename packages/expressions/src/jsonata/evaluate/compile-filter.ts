import type { JsonataExpression } from "../expression.ts";
import type { Closure, Scope } from "./closure.ts";
import { type Frame, frameOfTuple } from "./frame.ts";
import { isNumeric, isTruthy } from "./truth.ts";
import { type Fields, isList, type List, sequenceOf, type Value } from "./value.ts";

/** `[predicate]`: a number is a position, counted from the end if negative; anything else is a condition. */
export function compileFilter(predicate: JsonataExpression, scope: Scope): Closure {
  const literal = predicate.kind === "postfix" ? predicate.operand : predicate;
  if (literal.kind === "number") {
    const position = Math.floor(literal.value);
    return (input) => itemAt(input, position);
  }
  const condition = scope.compile(predicate);
  return (input, frame) => filtered(input, condition, frame);
}

function itemAt(input: Value, position: number): Value {
  const kept = emptyLike(input);
  const items = isList(input) ? input : [input];
  const item = items[position < 0 ? items.length + position : position];
  if (isList(item)) return item;
  if (item !== undefined) kept.push(item);
  return kept;
}

function filtered(input: Value, condition: Closure, frame: Frame): Value {
  const kept = emptyLike(input);
  const items = isList(input) ? input : [input];
  const tuples = isList(input) && input.tupleStream === true;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    frame.run.meter.step();
    const context = tuples ? (item as Fields)["@"] : item;
    const result = condition(context, tuples ? frameOfTuple(frame, item) : frame);
    if (isNumeric(result)) {
      if (isPosition(result, index, items.length)) kept.push(item);
    } else if (isList(result) && result.every(isNumeric)) {
      for (const position of result) if (isPosition(position, index, items.length)) kept.push(item);
    } else if (isTruthy(result)) {
      kept.push(item);
    }
  }
  return kept;
}

function isPosition(value: Value, index: number, length: number): boolean {
  const position = Math.floor(value as number);
  return (position < 0 ? length + position : position) === index;
}

function emptyLike(input: Value): List {
  const list = sequenceOf();
  if (isList(input) && input.tupleStream === true) list.tupleStream = true;
  return list;
}
