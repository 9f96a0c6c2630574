import type { JsonObject } from "./json.ts";

/**
 * A set of JSON values, with "missing" (JSONata's undefined, an absent field) as a value of its own.
 *
 * Shapes are plain frozen data. Build them with the constructors, which keep them normal: a union has at
 * least two members, none of them a union, `unknown` or `never`, and none contained in another.
 */
export type Shape =
  | NeverShape
  | UnknownShape
  | MissingShape
  | NullShape
  | BooleanShape
  | NumberShape
  | StringShape
  | ArrayShape
  | ObjectShape
  | UnionShape;

/** No value at all: what a state that never goes on leaves behind. */
export interface NeverShape {
  readonly kind: "never";
}

/** Any JSON value, or missing: nothing is known. Never the cause of a finding. */
export interface UnknownShape {
  readonly kind: "unknown";
}

/** Nothing there: JSONata's undefined. */
export interface MissingShape {
  readonly kind: "missing";
}

export interface NullShape {
  readonly kind: "null";
}

/** `true`, `false`, or (without `value`) either. */
export interface BooleanShape {
  readonly kind: "boolean";
  readonly value?: boolean;
}

/** A number: one literal (`value`), or all (only whole ones with `integer`) between `minimum` and `maximum`. */
export interface NumberShape {
  readonly kind: "number";
  readonly value?: number;
  readonly integer?: true;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A string: one literal (`value`), or all up to `maxLength` characters, with an annotation of its `format`. */
export interface StringShape {
  readonly kind: "string";
  readonly value?: string;
  readonly maxLength?: number;
  readonly format?: string;
}

/** An array of `minItems` to `maxItems` values in `element`; with `items`, the first ones each have their own shape. */
export interface ArrayShape {
  readonly kind: "array";
  readonly element: Shape;
  readonly items?: readonly Shape[];
  readonly minItems: number;
  readonly maxItems?: number;
}

/** An object. A field that is not listed is absent if `open` is false, and may hold anything if it is true. */
export interface ObjectShape {
  readonly kind: "object";
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly open: boolean;
  /** For an open object: what every field that is not listed holds (a map); without it, anything. */
  readonly rest?: Shape;
}

/** A field of an object: its shape when it is there, and whether it may be absent. */
export interface FieldShape {
  readonly shape: Shape;
  readonly optional: boolean;
  /** Where the field was written, for messages: never part of the set of values. */
  readonly from?: FieldOrigin;
}

/** The state and the place in the machine that wrote a field. */
export interface FieldOrigin {
  readonly state: string;
  readonly pointer: string;
}

export interface UnionShape {
  readonly kind: "union";
  readonly members: readonly Shape[];
}

/** A JSON Schema (2020-12) as data. `true` admits everything, `false` nothing. */
export type JsonSchema = boolean | JsonObject;
