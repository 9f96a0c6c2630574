import type { JsonataExpression } from "../expression.ts";
import type { FieldName, PathExpression, PathStep, SortStep } from "../path-expression.ts";
import type { Closure, Scope } from "./closure.ts";
import { compileFilter } from "./compile-filter.ts";
import { compileGroup } from "./compile-group.ts";
import { compilePostfix } from "./compile-postfix.ts";
import { compileSort } from "./compile-sort.ts";
import { type CompiledStep, evaluateStep, evaluateTupleStep } from "./evaluate-step.ts";
import { isFields, lookUp } from "./fields.ts";
import type { Frame } from "./frame.ts";
import { asSequence, dissolve, isList, type List, sequenceOf, type Value } from "./value.ts";

/** `a.b[0]{…}`. */
export function compilePath(node: PathExpression, scope: Scope): Closure {
  const general = compileGeneralPath(node, scope);
  return isPlain(node) ? compilePlainPath(node, general, scope) : general;
}

function compileGeneralPath(node: PathExpression, scope: Scope): Closure {
  const steps = node.steps.map((step) => compileStep(step, scope));
  const group = node.group && compileGroup(node.group, node.span, scope);
  const { keepArray, keepSingleton, tuple } = node;
  const fromVariable = node.steps[0]?.node.kind === "variable";
  const whole = wholeInput(node.steps[0]);
  return (input, frame) => {
    const items = isList(input) && !fromVariable ? input : sequenceOf(input);
    const { result, tuples } = runSteps(steps, items, frame, whole);
    let value: Value = result;
    if (tuples) value = tuple ? tuples : asSequence(valuesOf(tuples));
    if (keepSingleton && isList(value)) {
      if (value.cons === true && value.sequence !== true) value = sequenceOf(value);
      if (value.sequence === true) value.keepSingleton = true;
    }
    if (group) return group(tuples ?? value, frame);
    if (keepArray && isList(value) && value.sequence === true) value.keepSingleton = true;
    return dissolve(value);
  };
}

function valuesOf(tuples: readonly Value[]): Value[] {
  return tuples.map((tuple) => (tuple as Record<string, Value>)["@"]);
}

function runSteps(
  steps: readonly CompiledStep[],
  items: List,
  frame: Frame,
  whole: boolean,
): { result: Value; tuples: List | undefined } {
  let current: List = items;
  let result: Value;
  let tuples: List | undefined;
  let streaming = false;
  for (const [index, step] of steps.entries()) {
    streaming ||= step.tuple;
    if (index === 0 && whole) result = dissolve(step.evaluate(current, frame));
    else if (streaming) tuples = evaluateTupleStep(step, current, tuples, frame);
    else result = evaluateStep(step, current, frame, index === steps.length - 1);
    if (!streaming && isNothing(result)) break;
    if (step.focus === undefined && result !== undefined) current = itemsOf(result);
  }
  return { result, tuples: streaming ? (tuples ?? sequenceOf()) : undefined };
}

/** Where a path ends early; JSONata 2.0.6 takes an empty text for an empty array there. */
function isNothing(result: Value): boolean {
  return result === undefined || result === "" || (isList(result) && result.length === 0);
}

/**
 * What the next step goes through. A predicate on an array constructor that comes first can leave a value that
 * is no array; JSONata 2.0.6 then sees the characters of a string, and nothing of anything else.
 */
function itemsOf(result: Value): List {
  if (isList(result)) return result;
  return typeof result === "string" ? result.split("") : [];
}

/** An array constructor as the first step sees the whole input, not each of its items. */
function wholeInput(step: PathStep | undefined): boolean {
  if (!step || step.constructs) return step !== undefined;
  const node = step.node.kind === "postfix" ? step.node.operand : step.node;
  return node.kind === "block" && constructs(node);
}

function constructs(node: JsonataExpression): boolean {
  if (node.kind !== "block") return node.kind === "path" && wholeInput(node.steps[0]);
  return node.expressions.some(constructs);
}

function compileStep(step: PathStep, scope: Scope): CompiledStep {
  const { node, keepArray, focus, index, ancestor, tuple } = step;
  const evaluate = compileStepNode(node, step.constructs, scope);
  return {
    sort: node.kind === "sort",
    evaluate: keepArray ? keeping(evaluate) : evaluate,
    stages: step.stages.map((stage) =>
      stage.kind === "index" ? stage.name : compileFilter(stage.predicate, scope.inside()),
    ),
    focus,
    index,
    ancestor: ancestor === undefined ? undefined : `!${ancestor}`,
    tuple,
  };
}

function compileStepNode(node: PathStep["node"], marked: boolean, scope: Scope): Closure {
  if (node.kind === "sort") return compileSort(node as SortStep, scope.inside());
  if (node.kind === "name") return compileName(node);
  if (!marked) return scope.compileSequence(node);
  if (node.kind === "postfix") {
    return compilePostfix(node, compileStepNode(node.operand, true, scope), scope.inside());
  }
  const list = scope.compileSequence(node);
  return (input, frame) => {
    const value = list(input, frame);
    if (isList(value)) value.cons = true;
    return value;
  };
}

function compileName({ name }: FieldName): Closure {
  return (input) => lookUp(input, name);
}

/** Keeps the array of one, where the step makes a sequence. */
function keeping(closure: Closure): Closure {
  return (input, frame) => {
    const value = closure(input, frame);
    if (isList(value) && value.sequence === true) value.keepSingleton = true;
    return value;
  };
}

/** Fields after one another with nothing between them: most paths. */
function isPlain(node: PathExpression): boolean {
  if (node.group || node.keepArray || node.keepSingleton || node.tuple) return false;
  return node.steps.every(
    ({ node: { kind }, stages, focus, index, tuple }, position) =>
      (kind === "name" || (position === 0 && kind === "variable")) &&
      stages.length === 0 &&
      focus === undefined &&
      index === undefined &&
      !tuple,
  );
}

/** Follows fields while there are only objects; at the first array the general way takes over. */
function compilePlainPath(node: PathExpression, general: Closure, scope: Scope): Closure {
  const first = node.steps[0]?.node;
  const start = first?.kind === "variable" ? scope.compile(first) : undefined;
  const names = node.steps.flatMap((step) => (step.node.kind === "name" ? [step.node.name] : []));
  return (input, frame) => {
    let value: Value = start ? start(input, frame) : input;
    for (const name of names) {
      if (isList(value)) return general(input, frame);
      if (!isFields(value) || !Object.hasOwn(value, name)) return undefined;
      value = value[name];
    }
    return isList(value) && value.sequence === true ? general(input, frame) : value;
  };
}
