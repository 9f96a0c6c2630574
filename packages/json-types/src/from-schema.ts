import { meet } from "./join.ts";
import type { Json, JsonObject } from "./json.ts";
import { literalShape } from "./literal-shape.ts";
import {
  arrayShape,
  booleanShape,
  type FieldLike,
  neverShape,
  nullShape,
  numberShape,
  objectShape,
  stringShape,
  unknownShape,
} from "./make-shape.ts";
import type { JsonSchema, Shape } from "./shape.ts";
import { unionShape } from "./union-shape.ts";

/** How a schema is read. */
export interface SchemaReading {
  /**
   * Objects that list `properties` and say nothing of `additionalProperties` hold no others. JSON Schema lets them,
   * but who lists fields means that these are there to be read; the checker reads the types file so.
   */
  readonly closed?: boolean;
}

/** Schemas nested deeper than this, and those that hold themselves, become unknown there. */
const deepest = 40;
/** Work bound for schemas that refer to one definition from many places. */
const mostSchemas = 20_000;

interface Reader {
  readonly root: JsonSchema;
  readonly closed: boolean;
  readonly within: ReadonlySet<string>;
  readonly depth: number;
  readonly budget: { left: number };
}

/**
 * The shape of the values that a JSON Schema (2020-12) admits. What a shape cannot say (patterns, multiples,
 * conditions) is left out, so the shape may hold more than the schema, never less.
 */
export function shapeFromSchema(schema: JsonSchema, reading: SchemaReading = {}): Shape {
  return read(schema, {
    root: schema,
    closed: reading.closed ?? false,
    within: new Set(),
    depth: 0,
    budget: { left: mostSchemas },
  });
}

function read(schema: unknown, reader: Reader): Shape {
  reader.budget.left -= 1;
  if (schema === false) return neverShape;
  if (!isObject(schema) || reader.depth > deepest || reader.budget.left < 0) return unknownShape;
  const inner = { ...reader, depth: reader.depth + 1 };
  const parts: Shape[] = [];
  if (typeof schema.$ref === "string") parts.push(readReference(schema.$ref, inner));
  if (Object.hasOwn(schema, "const")) parts.push(literalShape(schema.const));
  if (isArray(schema.enum)) parts.push(unionShape(...schema.enum.map((value) => literalShape(value))));
  for (const alternatives of [schema.anyOf, schema.oneOf])
    if (isArray(alternatives)) parts.push(unionShape(...alternatives.map((member) => read(member, inner))));
  if (isArray(schema.allOf)) parts.push(...schema.allOf.map((member) => read(member, inner)));
  const typed = readTypes(schema, inner);
  if (typed !== undefined) parts.push(typed);
  return parts.reduce<Shape>((known, part) => meet(known, part), unknownShape);
}

function readReference(reference: string, reader: Reader): Shape {
  if (!reference.startsWith("#") || reader.within.has(reference)) return unknownShape;
  let target: unknown = reader.root;
  for (const key of reference.slice(1).split("/").slice(1)) {
    const name = decodeKey(key);
    target = isObject(target) || isArray(target) ? (target as JsonObject)[name] : undefined;
  }
  return target === undefined
    ? unknownShape
    : read(target, { ...reader, within: new Set([...reader.within, reference]) });
}

function decodeKey(key: string): string {
  const plain = key.replaceAll("~1", "/").replaceAll("~0", "~");
  return /%(?![0-9A-Fa-f]{2})/.test(plain) ? plain : decodeURIComponent(plain);
}

/** Nothing where the schema says nothing of types. */
function readTypes(schema: JsonObject, reader: Reader): Shape | undefined {
  const named =
    typeof schema.type === "string"
      ? [schema.type]
      : isArray(schema.type)
        ? schema.type
        : impliedTypes(schema);
  return named === undefined ? undefined : unionShape(...named.map((type) => readType(type, schema, reader)));
}

/** `properties` alone says nothing of other types in JSON Schema, but whoever writes it means an object. */
function impliedTypes(schema: JsonObject): readonly string[] | undefined {
  if (Object.hasOwn(schema, "properties")) return ["object"];
  return Object.hasOwn(schema, "items") || Object.hasOwn(schema, "prefixItems") ? ["array"] : undefined;
}

function readType(type: Json, schema: JsonObject, reader: Reader): Shape {
  switch (type) {
    case "null":
      return nullShape;
    case "boolean":
      return booleanShape();
    case "integer":
    case "number":
      return readNumber(type === "integer", schema);
    case "string":
      return stringShape({
        ...(isCount(schema.maxLength) && { maxLength: schema.maxLength }),
        ...(typeof schema.format === "string" && { format: schema.format }),
      });
    case "array":
      return readArray(schema, reader);
    case "object":
      return readObject(schema, reader);
    default:
      return unknownShape;
  }
}

function readNumber(whole: boolean, schema: JsonObject): Shape {
  const minimum = typeof schema.minimum === "number" ? schema.minimum : schema.exclusiveMinimum;
  const maximum = typeof schema.maximum === "number" ? schema.maximum : schema.exclusiveMaximum;
  return numberShape({
    ...(whole && { integer: true }),
    ...(typeof minimum === "number" && minimum > Number.MIN_SAFE_INTEGER && { minimum }),
    ...(typeof maximum === "number" && maximum < Number.MAX_SAFE_INTEGER && { maximum }),
  });
}

function readArray(schema: JsonObject, reader: Reader): Shape {
  const prefix = isArray(schema.prefixItems) ? schema.prefixItems.map((item) => read(item, reader)) : [];
  const rest = schema.items === undefined ? unknownShape : read(schema.items, reader);
  const minItems = isCount(schema.minItems) ? schema.minItems : 0;
  const most = rest.kind === "never" ? prefix.length : isCount(schema.maxItems) ? schema.maxItems : undefined;
  const facts = { minItems, ...(most !== undefined && { maxItems: most }) };
  // A tuple whose elements may be absent cannot be said: its elements are then one union.
  if (prefix.length > 0 && minItems >= prefix.length) return arrayShape(rest, { ...facts, items: prefix });
  return arrayShape(unionShape(...prefix, rest), facts);
}

function readObject(schema: JsonObject, reader: Reader): Shape {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = isArray(schema.required) ? schema.required : [];
  const fields: Record<string, FieldLike> = Object.create(null);
  for (const [name, member] of Object.entries(properties)) {
    const shape = read(member, reader);
    if (shape.kind !== "never") fields[name] = { shape, optional: !required.includes(name) };
  }
  for (const name of required)
    if (typeof name === "string" && !Object.hasOwn(properties, name))
      fields[name] = { shape: unknownShape, optional: false };
  const others = schema.additionalProperties;
  if (isObject(schema.patternProperties)) return objectShape(fields, { open: true });
  if (isObject(others)) {
    const rest = read(others, reader);
    return rest.kind === "unknown"
      ? objectShape(fields, { open: true })
      : objectShape(fields, { open: true, rest });
  }
  const closed =
    others === false || (others === undefined && reader.closed && Object.keys(properties).length > 0);
  return objectShape(fields, { open: !closed });
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
