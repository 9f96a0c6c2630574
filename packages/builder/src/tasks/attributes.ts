import type { Json, JsonSchema } from "@statewright/json-types";

/**
 * A value of DynamoDB: one field, which names its type. Numbers are texts (R-INT-05).
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 * @example
 * ```ts
 * const price: AttributeValue = { N: "12.50" };
 * ```
 */
export interface AttributeValue {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
  readonly L?: readonly AttributeValue[];
  readonly M?: AttributeMap;
}

/**
 * An item of which nothing more is known. Names of columns are data, never recased.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 * @example
 * ```ts
 * const item: AttributeMap = { id: { S: "A-1" }, price: { N: "12.50" } };
 * ```
 */
export interface AttributeMap {
  readonly [name: string]: AttributeValue;
}

/**
 * A row as DynamoDB has it: a text is `{ S }`, a number `{ N }` with its digits as text, an object `{ M }`, a list `{ L }`.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 * @example
 * ```ts
 * type Item = AttributesOf<{ id: string; price?: number }>; // { id: { S: string }; price?: { N: string } }
 * ```
 */
export type AttributesOf<Row> = { readonly [K in keyof Row]: AttributeOf<Exclude<Row[K], undefined>> };

type AttributeOf<T> = unknown extends T
  ? AttributeValue
  : [T] extends [string]
    ? { readonly S: T }
    : [T] extends [boolean]
      ? { readonly BOOL: T }
      : OneOf<T>;
type OneOf<T> = T extends null
  ? { readonly NULL: true }
  : T extends string
    ? { readonly S: T }
    : T extends number
      ? { readonly N: string }
      : T extends boolean
        ? { readonly BOOL: T }
        : T extends readonly (infer U)[]
          ? { readonly L: readonly AttributeOf<U>[] }
          : { readonly M: AttributesOf<T> };

/** Of a row that nobody described, whatever attributes there are. */
export type ItemOf<Row> = unknown extends Row ? AttributeMap : AttributesOf<Row>;

/** The schema of a row's attributes. What has no plain type can be any attribute. */
export function attributesSchema(row: JsonSchema): JsonSchema {
  if (typeof row === "boolean" || !isRecord(row.properties)) return { type: "object" };
  const { properties, required = [] } = row;
  return {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, attributeSchema(schema as JsonSchema)]),
    ),
    required,
  };
}

function attributeSchema(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return true;
  switch (schema.type) {
    case "string":
      return tagged("S", schema);
    case "number":
    case "integer":
      return tagged("N", { type: "string" });
    case "boolean":
      return tagged("BOOL", schema);
    case "null":
      return tagged("NULL", { const: true });
    case "array": {
      const { items } = schema;
      const inner = typeof items === "boolean" || isRecord(items) ? attributeSchema(items) : true;
      return tagged("L", { type: "array", items: inner });
    }
    case "object":
      return tagged("M", attributesSchema(schema));
    default:
      return true;
  }
}

function tagged(tag: string, schema: JsonSchema): JsonSchema {
  return { type: "object", properties: { [tag]: schema }, required: [tag] };
}

function isRecord(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
