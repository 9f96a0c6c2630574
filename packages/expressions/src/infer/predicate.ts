import {
  arrayShape,
  membersOf,
  missingShape,
  neverShape,
  type Shape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { JsonataExpression } from "../jsonata/expression.ts";
import { hasFinding } from "./branch.ts";
import { eitherItems, elementsOf, type Items, spreadItems } from "./items.ts";
import { nothingValue, strongest } from "./join-values.ts";
import { conditionFacts } from "./narrow.ts";
import { given, sometimes, within } from "./place.ts";
import { mayBeMissing, mayHoldArrays, present } from "./presence.ts";
import { readsContext } from "./reads-context.ts";
import { truthy } from "./refinement.ts";
import { inferMuted, nextScope, type Session } from "./session.ts";
import { isItems, type Result, unwrapped } from "./unwrap.ts";
import type { Mark, Place, Value } from "./value.ts";

/** What predicates leave: values as they are, and sequences that are still to be unwrapped. */
export interface Outcome {
  /** Never if it can only be a sequence. */
  readonly plain: Shape;
  readonly items?: Items;
  readonly mark: Mark;
  readonly inside: Mark;
  /** A predicate that holds for nothing at all keeps it: the next step is then evaluated for it. */
  readonly hollow?: boolean;
}

/** A result before any predicate. */
export function outcomeOf(result: Result): Outcome {
  if (isItems(result)) return { plain: neverShape, items: result, mark: 1, inside: strongest(result.inside) };
  const outcome = {
    plain: result.callable === undefined ? result.shape : unknownShape,
    mark: strongest(result.mark),
    inside: strongest(result.inside),
  };
  if (outcome.mark === 0 || !mayHoldArrays(outcome.plain)) return outcome;
  // An array with the mark to stay an array of one loses it where it becomes part of another sequence.
  const arrays = membersOf(outcome.plain).filter((member) => member.kind === "array");
  return { ...outcome, items: eitherItems(arrays.map(elementsOf)) };
}

/** `[predicate]`: an index, or a condition for each item. */
export function applyPredicate(
  predicate: JsonataExpression,
  input: Outcome,
  place: Place,
  session: Session,
): Outcome {
  if (predicate.kind === "number") return atIndex(Math.floor(predicate.value), input);
  const candidates = itemsIn(input);
  const hollow = keepsNothing(predicate, input, place, session);
  if (candidates.element.kind === "never") return { ...input, plain: missingShape, hollow };
  const inside = within(sometimes(place, nextScope(session)), {
    shape: candidates.element,
    mark: input.inside,
    inside: input.inside,
  });
  const value = session.infer(predicate, inside);
  const { element, least, most } = chosen(predicate, value, candidates, inside, session);
  const items = { element, least, most, inside: input.inside };
  return { plain: neverShape, items, mark: 1, inside: input.inside, hollow };
}

function keepsNothing(
  predicate: JsonataExpression,
  { plain }: Outcome,
  place: Place,
  session: Session,
): boolean {
  if (plain.kind === "unknown" || !mayBeMissing(plain)) return false;
  const inside = within(sometimes(place, nextScope(session)), nothingValue);
  const { shape, callable } = inferMuted(predicate, inside, session);
  return callable !== undefined || truthy.refine(shape).kind !== "never";
}

function chosen(
  predicate: JsonataExpression,
  { shape, callable }: Value,
  candidates: Items,
  inside: Place,
  session: Session,
): Items {
  if (shape.kind === "unknown" || callable !== undefined || mayHoldArrays(shape))
    return { element: candidates.element, least: 0, most: Number.POSITIVE_INFINITY };
  const kinds = membersOf(shape).filter(({ kind }) => kind !== "missing");
  if (kinds.some(({ kind }) => kind === "number")) {
    const one = kinds.every(({ kind }) => kind === "number") && !readsContext(predicate);
    return { ...candidates, least: 0, most: one ? Math.min(candidates.most, 1) : candidates.most };
  }
  const facts = conditionFacts(predicate, true, inside, session);
  if (facts === undefined)
    return hasFinding(predicate, session)
      ? { ...candidates, least: 0 }
      : { element: neverShape, least: 0, most: 0 };
  const { context } = given(inside, nextScope(session), facts);
  return { element: present(context.value.shape), least: 0, most: candidates.most };
}

/** The items that a predicate is tried on: what is no array is one item. */
function itemsIn({ plain, items }: Outcome): Items {
  if (items === undefined) return spreadItems(plain);
  return plain.kind === "never" ? items : eitherItems([spreadItems(plain), items]);
}

function atIndex(index: number, { plain, items, inside }: Outcome): Outcome {
  const picked = unionShape(
    ...membersOf(plain).map((member) => memberAt(member, index)),
    ...(items === undefined ? [] : [elementAt(arrayOf(items), index)]),
  );
  const arrays = membersOf(picked).filter(({ kind }) => kind === "array" || kind === "unknown");
  const others = membersOf(present(picked)).filter(({ kind }) => kind !== "array" && kind !== "unknown");
  const element = unionShape(...others);
  return {
    plain: unionShape(...arrays, ...(others.length === 0 && mayBeMissing(picked) ? [missingShape] : [])),
    ...(others.length > 0 && { items: { element, least: mayBeMissing(picked) ? 0 : 1, most: 1 } }),
    mark: inside,
    inside,
  };
}

function memberAt(member: Shape, index: number): Shape {
  if (member.kind === "unknown") return unknownShape;
  if (member.kind === "array") return elementAt(member, index);
  return index === 0 || index === -1 ? member : missingShape;
}

function arrayOf({ element, least, most }: Items): Shape {
  return arrayShape(element, { minItems: least, ...(Number.isFinite(most) && { maxItems: most }) });
}

/** An element, counted from the front or the end; missing where there may be none. */
export function elementAt(array: Shape, index: number): Shape {
  if (array.kind !== "array") return unknownShape;
  const { element, least, most } = elementsOf(array);
  if (index >= most || -index > most) return missingShape;
  const items = array.items ?? [];
  const exact = index >= 0 ? index : least === most ? least + index : undefined;
  const known = exact === undefined ? undefined : items[exact];
  if (known !== undefined) return known;
  const certain = index >= 0 ? index < least : -index <= least;
  return certain ? element : unionShape(element, missingShape);
}

/** What `[]` makes of nothing that a predicate held for. */
export const hollowArray: Shape = arrayShape(unknownShape, { maxItems: 1 });

/** What an outcome comes to. */
export function settled({ plain, items, mark, inside }: Outcome): Value {
  return {
    shape: items === undefined ? plain : unionShape(plain, unwrapped(items)),
    mark: items === undefined ? mark : strongest(1, mark, inside),
    inside,
  };
}
