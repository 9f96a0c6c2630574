import {
  arrayShape,
  membersOf,
  missingShape,
  neverShape,
  type Shape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { PathExpression, PathStep, SortStep } from "../jsonata/path-expression.ts";
import { inferGroup } from "./group.ts";
import {
  eitherItems,
  elementsOf,
  type Items,
  kept,
  noItems,
  spreadItems,
  timesItems,
  toValue,
  unwrapped,
} from "./items.ts";
import { recordShape } from "./ledger.ts";
import { applyPredicate, type Outcome, outcomeOf } from "./predicate.ts";
import { filtered, present } from "./presence.ts";
import { allFields, readField } from "./read-field.ts";
import { sometimes, within } from "./scope.ts";
import { nextScope, type Session } from "./session.ts";
import { type Mark, type Place, strongest, unknownValue, type Value } from "./value.ts";

/** The items that the steps so far gave: exactly one, or a number of them; and whether there may be none. */
interface Stream {
  /** Never if there is not exactly one. */
  readonly one: Shape;
  readonly many: Items | undefined;
  readonly inside: Mark;
}

/** How a path ends: values as they are, and items to be unwrapped. */
interface Ending {
  plain: Shape;
  items: Items[];
  mark: Mark;
}

/** A path: each step for each item of the step before; what the steps give is made one flat sequence. */
export function inferPath(path: PathExpression, place: Place, session: Session): Value {
  if (path.tuple || path.steps.some(carries)) return unknownValue;
  const ending: Ending = { plain: neverShape, items: [], mark: 0 };
  let stream = startOf(path, place);
  let from = 0;
  const [first] = path.steps;
  if (first?.constructs === true && path.steps.length > 1) {
    const made = session.infer(first.node as Exclude<PathStep["node"], { kind: "name" | "sort" }>, place);
    stream = afterConstructor(made, ending);
    from = 1;
  }
  let inside = stream.inside;
  for (const [index, step] of path.steps.entries()) {
    if (index < from) continue;
    if (stream.one.kind === "never" && stream.many === undefined) break;
    const last = index === path.steps.length - 1;
    stream = takeStep(step, stream, { place, session, first: index === 0, last, ending });
    inside = stream.inside;
  }
  return finish(path, ending, inside, place, session);
}

/** Steps with `@`, `#` or `%` carry variables from item to item; these are not followed. */
function carries(step: PathStep): boolean {
  return step.tuple || step.focus !== undefined || step.index !== undefined || step.ancestor !== undefined;
}

function startOf(path: PathExpression, { context }: Place): Stream {
  const { shape } = context.value;
  const inside = strongest(context.value.inside);
  if (context.document || path.steps[0]?.node.kind === "variable")
    return { one: context.value.callable === undefined ? shape : unknownShape, many: undefined, inside };
  if (shape.kind === "unknown" || context.value.callable !== undefined)
    return { one: unknownShape, many: spreadItems(unknownShape), inside };
  const arrays = membersOf(shape).filter((member) => member.kind === "array");
  return {
    one: filtered(shape, (member) => member.kind !== "array"),
    many: arrays.length === 0 ? undefined : eitherItems(arrays.map(elementsOf)),
    inside,
  };
}

/** An array constructor as first step is not repeated for a context; an empty one is what the path gives. */
function afterConstructor(made: Value, ending: Ending): Stream {
  const items = spreadItems(made.shape);
  if (items.least === 0) ending.plain = unionShape(ending.plain, arrayShape(neverShape, { maxItems: 0 }));
  return { one: neverShape, many: items, inside: strongest(made.inside) };
}

interface StepWork {
  readonly place: Place;
  readonly session: Session;
  readonly first: boolean;
  readonly last: boolean;
  readonly ending: Ending;
}

function takeStep(step: PathStep, stream: Stream, work: StepWork): Stream {
  if (step.node.kind === "sort") return sortItems(step, step.node, stream, work);
  const single = stream.one.kind === "never" ? undefined : outcomeFor(step, stream.one, stream, work, false);
  const each =
    stream.many === undefined || stream.many.element.kind === "never"
      ? undefined
      : outcomeFor(step, stream.many.element, stream, work, true);
  const spread =
    each === undefined ? [] : [timesItems(stream.many ?? noItems, flattened(step, each, work.session))];
  const inside = strongest(single?.inside, each?.inside);
  if (work.last) {
    endWith(step, single, each, spread, stream, work);
    return { one: neverShape, many: undefined, inside };
  }
  const hollow: Shape[] = [];
  if (spread.some(({ least }) => least === 0) || (stream.many !== undefined && each === undefined))
    ends(work.ending);
  if (each?.hollow === true || single?.hollow === true) hollow.push(missingShape);
  if (single === undefined) return { one: unionShape(...hollow), many: either(spread), inside };
  const next = separated(step, single, work.session);
  if (next.missing) ends(work.ending);
  return { one: unionShape(next.one, ...hollow), many: either([...spread, ...next.many]), inside };
}

function either(several: readonly Items[]): Items | undefined {
  return several.length === 0 ? undefined : eitherItems(several);
}

function ends(ending: Ending): void {
  ending.plain = unionShape(ending.plain, missingShape);
}

/** What a step gives for one item, after its predicates. */
function outcomeFor(step: PathStep, item: Shape, stream: Stream, work: StepWork, repeated: boolean): Outcome {
  const { place, session, first } = work;
  const context: Value = {
    shape: item,
    mark: stream.inside,
    inside: stream.inside,
  };
  const inside = first && !repeated ? place : within(sometimes(place, nextScope(session)), context);
  let outcome = outcomeOf(stepResult(step, context, inside, session));
  for (const stage of step.stages)
    if (stage.kind === "filter") outcome = applyPredicate(stage.predicate, outcome, inside, session);
  return outcome;
}

function stepResult(step: PathStep, context: Value, inside: Place, session: Session): Value {
  const { node } = step;
  if (node.kind === "name") {
    const value = toValue(readField(node, context, session));
    recordShape(session.ledger, node, value.shape);
    return value;
  }
  if (node.kind === "wildcard")
    return {
      shape: unwrapped(allFields(context.shape)),
      mark: strongest(1, context.inside),
      inside: strongest(context.inside),
    };
  return node.kind === "sort" ? unknownValue : session.infer(node, inside);
}

/** The items of an outcome once arrays are spread; those of array constructors stay whole. */
function flattened(step: PathStep, { plain, items }: Outcome, session: Session): Items {
  const whole = step.constructs || (session.constructs && step.node.kind !== "name");
  const spread = step.constructs ? wholeItems(plain) : spreadItems(plain);
  return eitherItems([
    ...(plain.kind === "never" ? [] : [spread]),
    ...(whole && !step.constructs ? [wholeItems(plain)] : []),
    ...(items === undefined ? [] : [items]),
  ]);
}

function wholeItems(shape: Shape): Items {
  const there = present(shape);
  return { element: there, least: there === shape && there.kind !== "unknown" ? 1 : 0, most: 1 };
}

/** What one item leads to, for the next step. */
function separated(
  step: PathStep,
  { plain, items }: Outcome,
  session: Session,
): { readonly one: Shape; readonly many: readonly Items[]; readonly missing: boolean } {
  const arrays = membersOf(plain).filter((member) => member.kind === "array");
  const whole = step.constructs || (session.constructs && step.node.kind !== "name");
  const spread = step.constructs ? [] : arrays.map(elementsOf);
  const single = items !== undefined && items.most === 1 ? [items.element] : [];
  const others = filtered(plain, ({ kind }) => kind !== "missing" && (whole || kind !== "array"));
  return {
    one: unionShape(others, ...single),
    many: [
      ...spread,
      ...(plain.kind === "unknown" ? [spreadItems(plain)] : []),
      ...(items !== undefined && items.most !== 1 ? [items] : []),
    ],
    missing:
      membersOf(plain).some(({ kind }) => kind === "missing" || kind === "unknown") ||
      [...spread, ...(items === undefined ? [] : [items])].some(({ least }) => least === 0),
  };
}

/** The last step: one array alone stays as it is; everything else is unwrapped. */
function endWith(
  step: PathStep,
  single: Outcome | undefined,
  each: Outcome | undefined,
  spread: readonly Items[],
  stream: Stream,
  { ending }: StepWork,
): void {
  const parts: Shape[] = [ending.plain];
  if (single !== undefined) {
    parts.push(filtered(single.plain, ({ kind }) => kind === "array" || kind === "missing"));
    const others = filtered(single.plain, ({ kind }) => kind !== "array" && kind !== "missing");
    if (others.kind === "unknown") parts.push(others);
    else if (others.kind !== "never") ending.items.push({ element: others, least: 1, most: 1 });
    if (single.items !== undefined) ending.items.push(single.items);
    ending.mark = strongest(ending.mark, single.mark);
  }
  if (each !== undefined) {
    const alone =
      (stream.many?.least ?? 0) <= 1 || membersOf(each.plain).some(({ kind }) => kind === "missing");
    if (alone) parts.push(...membersOf(each.plain).filter(({ kind }) => kind === "array"));
    ending.items.push(...spread);
    ending.mark = strongest(1, ending.mark, each.mark);
  }
  if (stream.many !== undefined && each === undefined) parts.push(missingShape);
  ending.plain = unionShape(...parts);
  if (step.constructs) ending.mark = strongest(1, ending.mark);
}

function sortItems(step: PathStep, sort: SortStep, stream: Stream, work: StepWork): Stream {
  const { place, session, last, ending } = work;
  const items = eitherItems([
    ...(stream.one.kind === "never" ? [] : [wholeItems(stream.one)]),
    ...(stream.many === undefined ? [] : [stream.many]),
  ]);
  const inside = within(sometimes(place, nextScope(session)), {
    shape: items.element,
    mark: stream.inside,
    inside: stream.inside,
  });
  for (const term of sort.terms) session.infer(term.expression, inside);
  let outcome: Outcome = { plain: neverShape, items, mark: 1, inside: stream.inside };
  for (const stage of step.stages)
    if (stage.kind === "filter") outcome = applyPredicate(stage.predicate, outcome, inside, session);
  const result = eitherItems([
    ...(outcome.plain.kind === "never" ? [] : [spreadItems(outcome.plain)]),
    ...(outcome.items === undefined ? [] : [outcome.items]),
  ]);
  if (!last) {
    if (result.least === 0) ends(ending);
    return { one: neverShape, many: result, inside: stream.inside };
  }
  const { element, most } = result;
  // What was sorted may be an array that was there before and is not unwrapped.
  ending.plain = unionShape(
    ending.plain,
    arrayShape(element, { minItems: result.least, ...(Number.isFinite(most) && { maxItems: most }) }),
    outcome.plain,
  );
  ending.items.push(result);
  ending.mark = strongest(1, ending.mark);
  return { one: neverShape, many: undefined, inside: stream.inside };
}

function finish(path: PathExpression, ending: Ending, inside: Mark, place: Place, session: Session): Value {
  const last = path.steps.at(-1);
  const keeps = path.keepArray || path.keepSingleton;
  const shape = unionShape(
    ending.plain,
    ...ending.items.map(keeps ? kept : unwrapped),
    ...(keeps ? wholeArrays(ending.plain, last, session) : []),
  );
  const value: Value = {
    shape,
    mark: keeps ? strongest(1, ending.mark) : ending.mark,
    inside,
  };
  return path.group === undefined ? value : inferGroup(path.group, value, place, session);
}

/** `[]` makes an array that an array constructor made the one item of another. */
function wholeArrays(plain: Shape, last: PathStep | undefined, session: Session): readonly Shape[] {
  if (last?.constructs !== true && !session.constructs) return [];
  return membersOf(plain).flatMap((member) =>
    member.kind === "array" ? [arrayShape(member, { minItems: 1, maxItems: 1 })] : [],
  );
}
