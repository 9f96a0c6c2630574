import { fitsInside } from "./measure.ts";
import { membersOf } from "./members.ts";
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
  return facts === undefined ? anyNumber : Object.freeze({ kind: "number", ...facts });
}

const anyNumber: NumberShape = Object.freeze({ kind: "number" });

/** A string. */
export function stringShape(facts?: Omit<StringShape, "kind">): StringShape {
  return facts === undefined ? anyString : Object.freeze({ kind: "string", ...facts });
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
  const items = facts.items ?? [];
  const fits = fitsInside([...items, element]);
  return Object.freeze({
    kind: "array",
    element: fits ? element : shallow(element),
    minItems: Math.max(facts.minItems ?? 0, items.length),
    ...(fits && items.length > 0 && { items: Object.freeze([...items]) }),
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

/**
 * An object; closed unless it says otherwise. Keys may be any string, `__proto__` included. A field whose shape holds
 * missing is an optional one. Fields that are nested too deep, or too large, to be worked with become unknown.
 */
export function objectShape(
  fields: Readonly<Record<string, FieldLike>>,
  facts: ObjectFacts = {},
): ObjectShape {
  const entries = Object.entries(fields).map(([name, field]) => [name, asField(field)] as const);
  const children = entries.map(([, field]) => field.shape);
  const fits = fitsInside(facts.rest === undefined ? children : [...children, facts.rest]);
  const own: Record<string, FieldShape> = Object.create(null);
  for (const [name, field] of entries)
    own[name] = Object.freeze(fits ? field : { ...field, shape: shallow(field.shape) });
  const rest = facts.rest && (fits ? facts.rest : shallow(facts.rest));
  return Object.freeze({
    kind: "object",
    fields: Object.freeze(own),
    open: facts.open ?? facts.rest !== undefined,
    ...(rest !== undefined && { rest }),
  });
}

function shallow(shape: Shape): Shape {
  return shape.kind === "array" || shape.kind === "object" || shape.kind === "union" ? unknownShape : shape;
}

function asField(field: FieldLike): FieldShape {
  const whole: FieldShape = "kind" in field ? { shape: field, optional: false } : field;
  const members = membersOf(whole.shape);
  if (!members.some((member) => member.kind === "missing")) return whole;
  return { ...whole, shape: unionOfPresent(members), optional: true };
}

/** Members of a union stay normal when one of them is taken out. */
function unionOfPresent(members: readonly Shape[]): Shape {
  const present = members.filter((member) => member.kind !== "missing");
  const [first] = present;
  if (first === undefined) return neverShape;
  return present.length === 1 ? first : Object.freeze({ kind: "union", members: Object.freeze(present) });
}
