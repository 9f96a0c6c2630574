import { filterMembers, membersOf, type Shape, unionShape, unknownShape } from "@statewright/json-types";
import type { FieldName, PathStep } from "../jsonata/path-expression.ts";
import { anyItems, eitherItems, elementsOf, type Items, spreadItems } from "./items.ts";
import { strongest, unknownValue } from "./join-values.ts";
import { recordStep } from "./ledger.ts";
import { sometimes, within } from "./place.ts";
import { applyPredicate, type Outcome, outcomeOf } from "./predicate.ts";
import { mayHoldArrays, present } from "./presence.ts";
import { allFields, readField } from "./read-field.ts";
import { nextScope, type Session } from "./session.ts";
import { toValue } from "./unwrap.ts";
import type { Place, Value } from "./value.ts";

/** What a step gives for one item, after its predicates. `once`: the item is the context of the whole path. */
export function outcomeFor(
  step: PathStep,
  context: Value,
  once: boolean,
  place: Place,
  session: Session,
): Outcome {
  if (step.node.kind === "name" && step.stages.length === 0)
    return outcomeOf(namedValue(step.node, context, session));
  const inside = once ? place : within(sometimes(place, nextScope(session)), context);
  let outcome = outcomeOf(stepResult(step, context, inside, session));
  for (const stage of step.stages)
    if (stage.kind === "filter") outcome = applyPredicate(stage.predicate, outcome, inside, session);
  return outcome;
}

/** What the expression of a step gives for one item. */
export function stepResult(step: PathStep, context: Value, inside: Place, session: Session): Value {
  const { node } = step;
  if (node.kind === "name") return namedValue(node, context, session);
  if (node.kind === "wildcard") return allFieldsOf(context);
  return node.kind === "sort" ? unknownValue : session.infer(node, inside);
}

/** `*`: the values of all fields of a value. */
export function allFieldsOf({ shape, inside, callable }: Value): Value {
  if (callable !== undefined) return unknownValue;
  return { shape: allFields(shape), mark: strongest(1, inside), inside: strongest(inside) };
}

function namedValue(node: FieldName, context: Value, session: Session): Value {
  const value = toValue(readField(node, context, session));
  recordStep(session.ledger, node, value.shape);
  return value;
}

/** The items of an outcome once arrays are spread; those of array constructors stay whole. */
export function flattened(step: PathStep, { plain, items, hollow }: Outcome, session: Session): Items {
  // Nothing, as one of several items, is an item all the same.
  if (hollow === true) return spreadItems(unknownShape);
  if (plain.kind === "never" && items !== undefined) return items;
  const several = plain.kind === "never" ? [] : [step.constructs ? wholeItems(plain) : spreadItems(plain)];
  if (mayStayWhole(step, plain, session) && !step.constructs) several.push(wholeItems(plain));
  if (items !== undefined) several.push(items);
  return eitherItems(several);
}

/** Whether an array of a step may be one that an array constructor made, which is not spread. */
function mayStayWhole({ node, constructs }: PathStep, shape: Shape, session: Session): boolean {
  if (constructs) return true;
  return node.kind !== "name" && mayHoldArrays(shape) && session.constructs();
}

/** A value as one item, an array too. */
export function wholeItems(shape: Shape): Items {
  const there = present(shape);
  return { element: there, least: there === shape && there.kind !== "unknown" ? 1 : 0, most: 1 };
}

const anyNumber: readonly Items[] = [anyItems];

/** What one item leads to, for the next step. */
export function separated(
  step: PathStep,
  { plain, items }: Outcome,
  session: Session,
): { readonly one: Shape; readonly many: readonly Items[]; readonly missing: boolean } {
  if (plain.kind === "unknown" && items === undefined) return { one: plain, many: anyNumber, missing: true };
  if (plain.kind === "never" && items !== undefined && items.most !== 1)
    return { one: plain, many: [items], missing: items.least === 0 };
  const arrays = membersOf(plain).filter((member) => member.kind === "array");
  const whole = mayStayWhole(step, plain, session);
  const spread = step.constructs ? [] : arrays.map(elementsOf);
  const single = items !== undefined && items.most === 1 ? [items.element] : [];
  const others = filterMembers(plain, ({ kind }) => kind !== "missing" && (whole || kind !== "array"));
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
