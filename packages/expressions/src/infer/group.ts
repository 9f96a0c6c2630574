import {
  arrayShape,
  type FieldShape,
  membersOf,
  missingShape,
  objectShape,
  type Shape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import type { Pair } from "../jsonata/operator-expression.ts";
import { type Items, spreadItems } from "./items.ts";
import { strongest } from "./join-values.ts";
import { sometimes, within } from "./place.ts";
import { mayBeMissing, present } from "./presence.ts";
import { expectKinds } from "./refuse.ts";
import { nextScope, type Session } from "./session.ts";
import type { Mark, Place, Value } from "./value.ts";

/** `{key: value}` as an object of its own; where the context is an array, its items are grouped. */
export function inferObject(pairs: readonly Pair[], place: Place, session: Session): Value {
  const { value, document } = place.context;
  if (document || !mayBeArray(value.shape)) return objectOf(pairs, place, place, session);
  return inferGroup(pairs, value, place, session);
}

/** `items{key: value}`: each value is evaluated for the item, or the array of the items, with its key. */
export function inferGroup(pairs: readonly Pair[], input: Value, outer: Place, session: Session): Value {
  const place = sometimes(outer, nextScope(session));
  const items = spreadItems(input.callable === undefined ? input.shape : unknownShape);
  const inside = strongest(input.mark, input.inside);
  const marks = { mark: inside, inside };
  const each = unionShape(items.element, ...(items.least === 0 ? [missingShape] : []));
  const groups = unionShape(each, groupOf(items));
  return objectOf(
    pairs,
    within(place, { shape: each, ...marks }),
    within(place, { shape: groups, ...marks }),
    session,
  );
}

function mayBeArray(shape: Shape): boolean {
  return shape.kind === "unknown" || membersOf(shape).some(({ kind }) => kind === "array");
}

/** Several items with one key are appended to one another, arrays spread. */
function groupOf(items: Items): Shape {
  if (items.most < 2) return missingShape;
  return arrayShape(spreadItems(items.element).element);
}

interface Collected {
  readonly fields: Record<string, FieldShape>;
  /** What the fields hold whose names are not known. */
  readonly rest: Shape[];
  inside: Mark;
}

/** The object of some pairs: keys and values have places of their own. */
export function objectOf(
  pairs: readonly Pair[],
  keyPlace: Place,
  valuePlace: Place,
  session: Session,
): Value {
  const collected: Collected = { fields: Object.create(null), rest: [], inside: 0 };
  for (const pair of pairs) collect(pair, keyPlace, valuePlace, session, collected);
  const { fields, rest, inside } = collected;
  const values = rest.length === 0 ? undefined : unionShape(...rest);
  const shape = objectShape(fields, {
    open: values !== undefined,
    ...(values !== undefined && values.kind !== "unknown" && { rest: values }),
  });
  return { shape, inside };
}

function collect(
  { key, value }: Pair,
  keyPlace: Place,
  valuePlace: Place,
  session: Session,
  collected: Collected,
): void {
  const name = session.infer(key, keyPlace);
  expectKinds(name, ["string"], { node: key, code: "T1003", what: "{", place: keyPlace }, session);
  const held = session.infer(value, valuePlace);
  collected.inside = strongest(collected.inside, held.mark, held.inside);
  const shape = held.callable === undefined ? present(held.shape) : unknownShape;
  const names = namesOf(name.shape);
  if (names === undefined) {
    collected.rest.push(shape);
    return;
  }
  const optional =
    names.length !== 1 || mayBeMissing(name.shape) || mayBeMissing(held.shape) || held.callable !== undefined;
  for (const one of names) addField(collected.fields, one, { shape, optional });
}

/** Two pairs of one name fail, unless one of them has no name or value. */
function addField(fields: Record<string, FieldShape>, name: string, field: FieldShape): void {
  const before = fields[name];
  fields[name] =
    before === undefined ? field : { shape: unionShape(before.shape, field.shape), optional: true };
}

/** The names that a key can be, if these are known. */
function namesOf(shape: Shape): readonly string[] | undefined {
  const names: string[] = [];
  for (const member of membersOf(present(shape))) {
    if (member.kind !== "string" || member.value === undefined) return undefined;
    names.push(member.value);
  }
  return names;
}
