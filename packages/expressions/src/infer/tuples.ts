import {
  arrayShape,
  missingShape,
  numberShape,
  type Shape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { Pair } from "../jsonata/operator-expression.ts";
import type { PathExpression, PathStep } from "../jsonata/path-expression.ts";
import { objectOf } from "./group.ts";
import { eitherItems, type Items, spreadItems, timesItems } from "./items.ts";
import { startOf } from "./path-stream.ts";
import { inner, sometimes, within } from "./place.ts";
import { bind } from "./scope.ts";
import { nextScope, type Session } from "./session.ts";
import { stepResult, wholeItems } from "./step-outcome.ts";
import { kept, toValue, unwrapped } from "./unwrap.ts";
import type { Place, Value } from "./value.ts";

/**
 * What a path carries from step to step where its steps bind variables (`@`, `#`) or keep what they came from (`%`):
 * between `least` and `most` tuples, each with an item and the same variables.
 */
interface Tuples {
  readonly item: Shape;
  /** By the name of the variable, or by {@link ancestorName}. */
  readonly bound: ReadonlyMap<string, Shape>;
  readonly least: number;
  readonly most: number;
}

const position = numberShape({ integer: true, minimum: 0 });

/** The name under which a tuple carries the value of a `%`; no variable can have it. */
export function ancestorName(ancestor: number): string {
  return `!${ancestor}`;
}

/** The value of a path whose steps carry variables along. */
export function inferTuplePath(path: PathExpression, place: Place, session: Session): Value {
  const tuples = tuplesOf(path, place, session);
  if (path.group !== undefined) return groupTuples(path.group, tuples, place, session);
  const { item: element, least, most } = tuples;
  const items: Items = { element, least, most };
  const shape = path.keepArray || path.keepSingleton ? kept(items) : unwrapped(items);
  return marked(shape);
}

/** Nothing is known of how its arrays were made. */
function marked(shape: Shape): Value {
  return { shape, mark: 1, inside: 2 };
}

function tuplesOf(path: PathExpression, place: Place, session: Session): Tuples {
  const { one, many } = startOf(path, place);
  const start = eitherItems([
    ...(one.kind === "never" ? [] : [startItems(one)]),
    ...(many === undefined ? [] : [many]),
  ]);
  let tuples: Tuples = { item: start.element, bound: new Map(), least: start.least, most: start.most };
  for (const step of path.steps) tuples = throughStep(step, tuples, place, session);
  return tuples;
}

/** A path from a variable starts for what is there and what is not: the variable is read all the same. */
function startItems(shape: Shape): Items {
  return shape.kind === "unknown"
    ? { element: unknownShape, least: 1, most: 1 }
    : { ...wholeItems(shape), element: shape, least: 1 };
}

function throughStep(step: PathStep, tuples: Tuples, outer: Place, session: Session): Tuples {
  let after =
    step.node.kind === "sort"
      ? sortedTuples(step, tuples, outer, session)
      : eachTuple(step, tuples, outer, session);
  for (const stage of step.stages) {
    if (stage.kind === "index") after = withVariable(after, stage.name, position);
    else {
      session.infer(stage.predicate, insideOf(after, outer, session));
      after = { ...after, least: 0 };
    }
  }
  return after;
}

/** Where something is evaluated for each tuple: the item is the context, and its variables are visible. */
function insideOf({ item, bound }: Tuples, outer: Place, session: Session): Place {
  const place = inner(within(sometimes(outer, nextScope(session)), marked(item)), nextScope(session));
  for (const [name, shape] of bound) bind(place.scope, name, marked(shape));
  return place;
}

function sortedTuples({ node, index }: PathStep, tuples: Tuples, outer: Place, session: Session): Tuples {
  const place = insideOf(tuples, outer, session);
  if (node.kind === "sort") for (const { expression } of node.terms) session.infer(expression, place);
  return index === undefined ? tuples : withVariable(tuples, index, position);
}

function eachTuple(step: PathStep, tuples: Tuples, outer: Place, session: Session): Tuples {
  const place = insideOf(tuples, outer, session);
  const nested = nestedPath(step.node);
  const found = nested === undefined ? undefined : tuplesOf(nested, place, session);
  const items =
    found === undefined ? itemsOf(step, tuples, place, session) : { ...found, element: found.item };
  const { least, most } = timesItems({ element: tuples.item, least: tuples.least, most: tuples.most }, items);
  const focused = step.focus !== undefined && step.focus !== "";
  const bound = new Map([...tuples.bound, ...(found?.bound ?? [])]);
  let after: Tuples = { item: focused ? tuples.item : items.element, bound, least, most };
  if (focused) after = withVariable(after, step.focus ?? "", items.element);
  if (step.index !== undefined && step.index !== "") after = withVariable(after, step.index, position);
  if (step.ancestor !== undefined) after = withVariable(after, ancestorName(step.ancestor), tuples.item);
  return after;
}

/** A path in parentheses hands its variables on to the path around it. */
function nestedPath(node: PathStep["node"]): PathExpression | undefined {
  let at: JsonataExpression | undefined = node.kind === "name" || node.kind === "sort" ? undefined : node;
  while (at?.kind === "block" && at.expressions.length === 1) at = at.expressions[0];
  return at?.kind === "path" && at.tuple && at.group === undefined ? at : undefined;
}

function itemsOf(step: PathStep, { item }: Tuples, place: Place, session: Session): Items {
  const { shape, callable } = toValue(stepResult(step, marked(item), place, session));
  return spreadItems(callable === undefined ? shape : unknownShape);
}

function withVariable(tuples: Tuples, name: string, shape: Shape): Tuples {
  return { ...tuples, bound: new Map([...tuples.bound, [name, shape]]) };
}

/** `{key: value}`: of the tuples with one key, the items and the variables are appended to one another. */
function groupTuples(pairs: readonly Pair[], tuples: Tuples, outer: Place, session: Session): Value {
  const each: Tuples = tuples.least > 0 ? tuples : mapped(tuples, (shape) => unionShape(shape, missingShape));
  const several =
    tuples.most < 2
      ? each
      : mapped(each, (shape) => unionShape(shape, arrayShape(spreadItems(shape).element)));
  return objectOf(pairs, insideOf(each, outer, session), insideOf(several, outer, session), session);
}

function mapped(tuples: Tuples, change: (shape: Shape) => Shape): Tuples {
  const bound = new Map([...tuples.bound].map(([name, shape]) => [name, change(shape)] as const));
  return { ...tuples, item: change(tuples.item), bound };
}
