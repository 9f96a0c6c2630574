import type { Closure } from "./closure.ts";
import { setField } from "./fields.ts";
import { type Frame, frameOfTuple } from "./frame.ts";
import { dissolve, type Fields, isList, type List, sequenceOf, type Value } from "./value.ts";

/** A step of a path, compiled. */
export interface CompiledStep {
  /** Sorts the whole sequence; any other step is evaluated for each item. */
  readonly sort: boolean;
  readonly evaluate: Closure;
  /** Predicates, and the names of variables for the position. */
  readonly stages: readonly (Closure | string)[];
  readonly focus: string | undefined;
  readonly index: string | undefined;
  readonly ancestor: string | undefined;
  readonly tuple: boolean;
}

/** Evaluates a step for each item; the results become one flat sequence. */
export function evaluateStep(step: CompiledStep, items: List, frame: Frame, last: boolean): Value {
  if (step.sort) return evaluateStages(step, step.evaluate(items, frame), frame);
  const results: Value[] = [];
  const { meter } = frame.run;
  for (const item of items) {
    meter.step();
    let result = dissolve(step.evaluate(item, frame));
    for (const stage of step.stages) if (typeof stage !== "string") result = stage(result, frame);
    if (result !== undefined) results.push(result);
  }
  const only = results[0];
  if (last && results.length === 1 && isList(only) && only.sequence !== true) return only;
  const flat = sequenceOf();
  for (const result of results) {
    if (!isList(result) || result.cons === true) flat.push(result);
    else for (const inner of result) flat.push(inner);
  }
  return flat;
}

/** Evaluates a step for each tuple, carrying the variables along; the first such step has plain items. */
export function evaluateTupleStep(
  step: CompiledStep,
  items: List,
  before: List | undefined,
  frame: Frame,
): List {
  if (step.sort) return sortTuples(step, items, before, frame);
  const tuples = before ?? items.map((item): Fields => ({ "@": item }));
  const results = sequenceOf();
  results.tupleStream = true;
  for (const item of tuples) {
    frame.run.meter.step();
    const tuple = item as Fields;
    const result = dissolve(step.evaluate(tuple["@"], frameOfTuple(frame, tuple)));
    if (result === undefined) continue;
    const values = isList(result) ? result : [result];
    const nested = isList(result) && result.tupleStream === true;
    for (const [position, value] of values.entries()) {
      results.push(nested ? { ...tuple, ...(value as Fields) } : extended(step, tuple, value, position));
    }
  }
  return evaluateStages(step, results, frame) as List;
}

function extended(step: CompiledStep, tuple: Fields, value: Value, position: number): Fields {
  const result: Fields = { ...tuple };
  if (step.focus !== undefined && step.focus !== "") setField(result, step.focus, value);
  else result["@"] = value;
  if (step.index !== undefined && step.index !== "") setField(result, step.index, position);
  if (step.ancestor !== undefined) result[step.ancestor] = tuple["@"];
  return result;
}

function sortTuples(step: CompiledStep, items: List, before: List | undefined, frame: Frame): List {
  if (before) return evaluateStages(step, step.evaluate(before, frame), frame) as List;
  const results = sequenceOf();
  results.tupleStream = true;
  for (const [position, value] of (step.evaluate(items, frame) as List).entries()) {
    results.push(step.index === undefined ? { "@": value } : { "@": value, [step.index]: position });
  }
  return evaluateStages(step, results, frame) as List;
}

function evaluateStages(step: CompiledStep, start: Value, frame: Frame): Value {
  let result = start;
  for (const stage of step.stages) {
    if (typeof stage !== "string") result = stage(result, frame);
    else if (isList(result))
      for (const [position, tuple] of result.entries()) setField(tuple as Fields, stage, position);
  }
  return result;
}
