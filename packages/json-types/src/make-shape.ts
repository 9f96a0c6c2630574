import { fitsInside } from "./measure.ts";
import type {
  ArrayShape,
  BooleanShape,
  FieldShape,
  MissingShape,
  NeverShape,
  NullShape,
  NumberShape,
  ObjectShape,
  Shape,
  StringShape,
  UnknownShape,
} from "./shape.ts";

export const neverShape: NeverShape = Object.freeze({ kind: "never" });
export const unknownShape: UnknownShape = Object.freeze({ kind: "unknown" });
export const missingShape: MissingShape = Object.freeze({ kind: "missing" });
export const nullShape: NullShape = Object.freeze({ kind: "null" });

/** `true`, `false`, or either. */
export function booleanShape(value?: boolean): BooleanShape {
  return value === undefined ? anyBoolean : Object.freeze({ kind: "boolean", value });
}

const anyBoolean: BooleanShape = Object.freeze({ kind: "boolean" });

/** A number; bounds are inclusive. */
export function numberShape(facts?: Omit<NumberShape, "kind">): NumberShape {
  if (facts === undefined) return anyNumber;
  return Object.freeze({ kind: "number", ...facts });
}

const anyNumber: NumberShape = Object.freeze({ kind: "number" });

/** A string. */
export function stringShape(facts?: Omit<StringShape, "kind">): StringShape {
  if (facts === undefined) return anyString;
  return Object.freeze({ kind: "string", ...facts });
}

const anyString: StringShape = Object.freeze({ kind: "string" });

/** What an array may say besides its element. */
export interface ArrayFacts {
  readonly minItems?: number;
  readonly maxItems?: number;
  /** The first elements, each with its own shape; the array holds at least these. */
  readonly items?: readonly Shape[];
}

/**
 * An array of `element`; an element can never be missing, as JSON has no such thing. Elements that are nested too
 * deep, or too large, to be worked with become unknown.
 */
export function arrayShape(element: Shape, facts: ArrayFacts = {}): ArrayShape {
  const items = facts.items ?? noShapes;
  const fits = fitsInside(items.length === 0 ? [element] : [...items, element]);
  const minItems = Math.max(facts.minItems ?? 0, items.length);
  const made: { -readonly [Key in keyof ArrayShape]: ArrayShape[Key] } = {
    kind: "array",
    element: fits ? element : shallow(element),
    minItems,
  };
  if (fits && items.length > 0) made.items = Object.freeze([...items]);
  if (facts.maxItems !== undefined) made.maxItems = facts.maxItems;
  return Object.freeze(made);
}

const noShapes: readonly Shape[] = [];

/** A field as it is handed to {@link objectShape}: a shape alone is a field that is always there. */
export type FieldLike = Shape | FieldShape;

/** Whether an object holds more than its listed fields, and what. */
export interface ObjectFacts {
  readonly open?: boolean;
  readonly rest?: Shape;
}

/**
 * An object; closed unless it says otherwise. Keys may be any string, `__proto__` included. A field whose shape holds
 * missing is an optional one. Fields that are nested too deep, or too large, to be worked with become unknown.
 */
export function objectShape(
  fields: Readonly<Record<string, FieldLike>>,
  facts: ObjectFacts = {},
): ObjectShape {
  const own: Record<string, FieldShape> = Object.create(null);
  const children: Shape[] = [];
  for (const name of Object.keys(fields)) {
    const given = fields[name];
    if (given === undefined) continue;
    const field = Object.freeze(asField(given));
    own[name] = field;
    children.push(field.shape);
  }
  if (facts.rest !== undefined) children.push(facts.rest);
  const fits = fitsInside(children);
  if (!fits)
    for (const [name, field] of Object.entries(own))
      own[name] = Object.freeze({ ...field, shape: shallow(field.shape) });
  const rest = facts.rest && (fits ? facts.rest : shallow(facts.rest));
  const open = facts.open ?? facts.rest !== undefined;
  Object.freeze(own);
  return Object.freeze(
    rest === undefined ? { kind: "object", fields: own, open } : { kind: "object", fields: own, open, rest },
  );
}

function shallow(shape: Shape): Shape {
  return shape.kind === "array" || shape.kind === "object" || shape.kind === "union" ? unknownShape : shape;
}

function asField(field: FieldLike): FieldShape {
  const whole: FieldShape = "kind" in field ? { shape: field, optional: false } : field;
  if (whole.shape.kind !== "missing" && whole.shape.kind !== "union") return whole;
  const shape = filterMembers(whole.shape, isPresent);
  return shape === whole.shape ? whole : { ...whole, shape, optional: true };
}

function isPresent({ kind }: Shape): boolean {
  return kind !== "missing";
}

/** The members of a shape that `keep` keeps: a union of fewer of them stays normal. An unknown shape stays as it is. */
export function filterMembers(shape: Shape, keep: (member: Shape) => boolean): Shape {
  if (shape.kind === "unknown" || shape.kind === "never") return shape;
  if (shape.kind !== "union") return keep(shape) ? shape : neverShape;
  const { members } = shape;
  let all = 0;
  // Most are kept whole, and nothing is made then.
  while (all < members.length && keep(members[all] ?? neverShape)) all += 1;
  if (all === members.length) return shape;
  const kept = members.filter(keep);
  const first = kept[0];
  if (first === undefined) return neverShape;
  if (kept.length === 1) return first;
  return Object.freeze({ kind: "union", members: Object.freeze(kept) });
}
