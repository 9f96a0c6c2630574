import {
  arrayShape,
  filterMembers,
  membersOf,
  missingShape,
  neverShape,
  type Shape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import type { PathExpression, PathStep, SortStep } from "../jsonata/path-expression.ts";
import { inferGroup } from "./group.ts";
import { anyItems, eitherItems, type Items, noItems, spreadItems, timesItems } from "./items.ts";
import { strongest } from "./join-values.ts";
import { recordStep } from "./ledger.ts";
import {
  afterConstructor,
  constructing,
  type Ending,
  either,
  ends,
  type Stream,
  startOf,
} from "./path-stream.ts";
import { sometimes, within } from "./place.ts";
import { inferPlainPath } from "./plain-path.ts";
import { applyPredicate, hollowArray, type Outcome } from "./predicate.ts";
import { mayBeMissing, mayHoldArrays } from "./presence.ts";
import { nextScope, type Session } from "./session.ts";
import { flattened, outcomeFor, separated, wholeItems } from "./step-outcome.ts";
import { inferTuplePath } from "./tuples.ts";
import { kept, unwrapped } from "./unwrap.ts";
import type { Mark, Place, Value } from "./value.ts";

/** A path: each step for each item of the step before; what the steps give is made one flat sequence. */
export function inferPath(path: PathExpression, place: Place, session: Session): Value {
  const plain = inferPlainPath(path, place, session);
  if (plain !== undefined) return plain;
  if (path.tuple || path.steps.some(carries)) return inferTuplePath(path, place, session);
  const ending: Ending = { plain: neverShape, items: [], mark: 0, hollow: false };
  let stream = startOf(path, place);
  let from = 0;
  const made = firstConstructor(path);
  if (made !== undefined) {
    stream = afterConstructor(session.infer(made, constructing(made, place)), ending);
    from = 1;
  }
  let inside = stream.inside;
  for (let index = from; index < path.steps.length; index += 1) {
    const step = path.steps[index];
    if (step === undefined) continue;
    if (stream.one.kind === "never" && stream.many === undefined) break;
    const last = index === path.steps.length - 1;
    stream = takeStep(step, stream, {
      place,
      session,
      first: index === 0,
      last,
      constructed: index === 1 && from === 1,
      ending,
    });
    inside = stream.inside;
  }
  return finish(path, ending, inside, place, session);
}

/** The array constructor that a path starts with. */
function firstConstructor({ steps: [first, next] }: PathExpression): JsonataExpression | undefined {
  if (first?.constructs !== true || next === undefined) return undefined;
  return first.node.kind === "name" || first.node.kind === "sort" ? undefined : first.node;
}

/** Steps with `@`, `#` or `%` carry variables from item to item. */
function carries(step: PathStep): boolean {
  return step.tuple || step.focus !== undefined || step.index !== undefined || step.ancestor !== undefined;
}

interface StepWork {
  readonly place: Place;
  readonly session: Session;
  readonly first: boolean;
  readonly last: boolean;
  /** The step before is the array constructor that the path starts with. */
  readonly constructed: boolean;
  readonly ending: Ending;
}

function takeStep(step: PathStep, stream: Stream, work: StepWork): Stream {
  if (step.node.kind === "sort") return sortItems(step, step.node, stream, work);
  const { place, session, first, last } = work;
  if (isName(step) && isUnknown(stream)) {
    recordStep(session.ledger, step.node, unknownShape);
    if (!last) ends(work.ending);
    if (!last) return stream.one.kind === "never" ? anyNumber : anything;
    if (stream.one.kind === "unknown") work.ending.plain = unknownShape;
    if (stream.many !== undefined) {
      work.ending.items.push(anyItems);
      work.ending.mark = strongest(1, work.ending.mark);
    }
    return ended;
  }
  const single =
    stream.one.kind === "never"
      ? undefined
      : outcomeFor(step, itemOf(stream.one, stream), first, place, session);
  // Where one item and many are of one shape, as where nothing is known, the step gives the same for both.
  const alike = isSame(stream.one, stream.many?.element) && (!first || isName(step));
  const each =
    stream.many === undefined || stream.many.element.kind === "never"
      ? undefined
      : alike
        ? single
        : outcomeFor(step, itemOf(stream.many.element, stream), false, place, session);
  const spread =
    each === undefined ? [] : [timesItems(stream.many ?? noItems, flattened(step, each, work.session))];
  const inside = strongest(single?.inside, each?.inside);
  if (last) {
    endWith(step, single, each, spread, stream, work);
    return { one: neverShape, many: undefined, inside };
  }
  if (spread.some(({ least }) => least === 0) || (stream.many !== undefined && each === undefined))
    ends(work.ending);
  const hollow = each?.hollow === true || single?.hollow === true ? missingShape : neverShape;
  if (single === undefined) return { one: hollow, many: either(spread), inside };
  const next = separated(step, single, work.session);
  if (next.missing) ends(work.ending);
  return { one: unionShape(next.one, hollow), many: either([...spread, ...next.many]), inside };
}

function itemOf(shape: Shape, { inside }: Stream): Value {
  return { shape, mark: inside, inside };
}

/** Any item, or any number of them. */
const anything: Stream = Object.freeze({ one: unknownShape, many: anyItems, inside: 0 });
const anyNumber: Stream = Object.freeze({ one: neverShape, many: anyItems, inside: 0 });
const ended: Stream = Object.freeze({ one: neverShape, many: undefined, inside: 0 });

/** Whether nothing is known of any item. */
function isUnknown({ one, many }: Stream): boolean {
  if (many !== undefined && many.element.kind !== "unknown") return false;
  return one.kind === "unknown" || (one.kind === "never" && many !== undefined);
}

function isSame(one: Shape, other: Shape | undefined): boolean {
  return one === other || (one.kind === "unknown" && other?.kind === "unknown");
}

function isName({ node, stages }: PathStep): boolean {
  return node.kind === "name" && stages.length === 0;
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
    const others = filterMembers(single.plain, isOther);
    if (others !== single.plain) parts.push(filterMembers(single.plain, isArrayOrMissing));
    if (others.kind === "unknown") parts.push(others);
    else if (others.kind !== "never") ending.items.push({ element: others, least: 1, most: 1 });
    if (single.items !== undefined) ending.items.push(single.items);
    ending.mark = strongest(ending.mark, single.mark);
    ending.hollow ||= single.hollow === true;
  }
  if (each !== undefined) {
    const alone = (stream.many?.least ?? 0) <= 1 || mayBeMissing(each.plain);
    if (alone && mayHoldArrays(each.plain))
      parts.push(...membersOf(each.plain).filter(({ kind }) => kind === "array"));
    ending.items.push(...spread);
    ending.mark = strongest(1, ending.mark, each.mark);
  }
  if (stream.many !== undefined && each === undefined) parts.push(missingShape);
  ending.plain = unionShape(...parts);
  if (step.constructs) ending.mark = strongest(1, ending.mark);
}

function isOther({ kind }: Shape): boolean {
  return kind !== "array" && kind !== "missing";
}

function isArrayOrMissing({ kind }: Shape): boolean {
  return kind === "array" || kind === "missing";
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
  // What an array constructor made is not unwrapped, even if there is nothing to sort.
  const array = arrayShape(element, {
    minItems: result.least,
    ...(Number.isFinite(most) && { maxItems: most }),
  });
  ending.plain = unionShape(ending.plain, outcome.plain, ...(work.constructed ? [array] : []));
  ending.items.push(result);
  ending.mark = strongest(1, ending.mark);
  return { one: neverShape, many: undefined, inside: stream.inside };
}

function finish(path: PathExpression, ending: Ending, inside: Mark, place: Place, session: Session): Value {
  const last = path.steps.at(-1);
  const keeps = path.keepArray || path.keepSingleton;
  let shape = ending.plain;
  for (const items of ending.items) shape = unionShape(shape, keeps ? kept(items) : unwrapped(items));
  if (keeps)
    shape = unionShape(
      shape,
      ...wholeArrays(ending.plain, last, session),
      ...(ending.hollow ? [hollowArray] : []),
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
  if (!mayHoldArrays(plain) || (last?.constructs !== true && !session.constructs())) return [];
  return membersOf(plain).flatMap((member) =>
    member.kind === "array" ? [arrayShape(member, { minItems: 1, maxItems: 1 })] : [],
  );
}
