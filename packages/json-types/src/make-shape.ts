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
  return Object.freeze({ kind: "boolean", ...(value !== undefined && { value }) });
}

/** A number; bounds are inclusive. */
export function numberShape(facts: Omit<NumberShape, "kind"> = {}): NumberShape {
  return Object.freeze({ kind: "number", ...facts });
}

/** A string. */
export function stringShape(facts: Omit<StringShape, "kind"> = {}): StringShape {
  return Object.freeze({ kind: "string", ...facts });
}

/** What an array may say besides its element. */
export interface ArrayFacts {
  readonly minItems?: number;
  readonly maxItems?: number;
  /** The first elements, each with its own shape; the array holds at least these. */
  readonly items?: readonly Shape[];
}

/** An array of `element`; an element can never be missing, as JSON has no such thing. */
export function arrayShape(element: Shape, facts: ArrayFacts = {}): ArrayShape {
  const minItems = Math.max(facts.minItems ?? 0, 0);
  return Object.freeze({
    kind: "array",
    element,
    minItems,
    ...(facts.items !== undefined && { items: Object.freeze([...facts.items]) }),
    ...(facts.maxItems !== undefined && { maxItems: facts.maxItems }),
  });
}

/** A field as it is handed to {@link objectShape}: a shape alone is a field that is always there. */
export type FieldLike = Shape | FieldShape;

/** Whether an object holds more than its listed fields, and what. */
export interface ObjectFacts {
  readonly open?: boolean;
  readonly rest?: Shape;
}

/** An object; closed unless it says otherwise. Keys may be any string, `__proto__` included. */
export function objectShape(
  fields: Readonly<Record<string, FieldLike>>,
  facts: ObjectFacts = {},
): ObjectShape {
  const own: Record<string, FieldShape> = Object.create(null);
  for (const [name, field] of Object.entries(fields)) own[name] = asField(field);
  return Object.freeze({
    kind: "object",
    fields: Object.freeze(own),
    open: facts.open ?? facts.rest !== undefined,
    ...(facts.rest !== undefined && { rest: facts.rest }),
  });
}

function asField(field: FieldLike): FieldShape {
  return Object.freeze("kind" in field ? { shape: field, optional: false } : field);
}
