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
import { membersOf } from "./members.ts";
import type { JsonSchema, Shape } from "./shape.ts";
import { unionOf } from "./union-shape.ts";

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
  /** Objects here are one part of several that must all hold: the whole is closed, not the part. */
  readonly part: boolean;
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
    part: false,
    within: new Set(),
    depth: 0,
    budget: { left: mostSchemas },
  });
}

function read(schema: unknown, reader: Reader): Shape {
  reader.budget.left -= 1;
  if (schema === false) return neverShape;
  if (!isObject(schema) || reader.depth > deepest || reader.budget.left < 0) return unknownShape;
  const parts = partsOf(schema);
  const inner = { ...reader, depth: reader.depth + 1, part: reader.part || parts.length > 1 };
  const shapes = parts.map((part) => part(schema, inner));
  const whole = shapes.reduce<Shape>((known, shape) => meet(known, shape), unknownShape);
  const closes = reader.closed && !reader.part && inner.part && !saysOpen(schema, reader.root, 0);
  return closes ? closeObjects(whole) : whole;
}

type Part = (schema: JsonObject, reader: Reader) => Shape;

/** What a schema says, each part by itself; a value must fit them all. */
function partsOf(schema: JsonObject): readonly Part[] {
  const parts: Part[] = [];
  const { $ref, enum: listed, anyOf, oneOf, allOf } = schema;
  if (typeof $ref === "string") parts.push((_, reader) => readReference($ref, reader));
  if (Object.hasOwn(schema, "const")) parts.push(() => literalShape(schema.const));
  if (isArray(listed)) parts.push(() => unionOf(listed.map((value) => literalShape(value))));
  for (const alternatives of [anyOf, oneOf])
    if (isArray(alternatives))
      parts.push((_, reader) => unionOf(alternatives.map((member) => read(member, reader))));
  if (isArray(allOf))
    parts.push(...allOf.map((member) => (_: JsonObject, reader: Reader) => read(member, reader)));
  const types = typesOf(schema);
  if (types !== undefined)
    parts.push((own, reader) => unionOf(types.map((type) => readType(type, own, reader))));
  return parts;
}

/** Whether one of the parts of a schema says that its objects may hold more than they list. */
function saysOpen(schema: unknown, root: JsonSchema, depth: number): boolean {
  if (!isObject(schema) || depth > 8) return false;
  const others = schema.additionalProperties;
  if (others === true || isObject(others) || isObject(schema.patternProperties)) return true;
  const target = typeof schema.$ref === "string" ? targetOf(schema.$ref, root) : undefined;
  const parts = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => (isArray(list) ? list : []));
  return [target, ...parts].some((part) => saysOpen(part, root, depth + 1));
}

function closeObjects(shape: Shape): Shape {
  return unionOf(
    membersOf(shape).map((member) =>
      member.kind === "object" && member.rest === undefined && Object.keys(member.fields).length > 0
        ? objectShape(member.fields)
        : member,
    ),
  );
}

function readReference(reference: string, reader: Reader): Shape {
  if (reader.within.has(reference)) return unknownShape;
  const target = targetOf(reference, reader.root);
  const within = new Set([...reader.within, reference]);
  return target === undefined ? unknownShape : read(target, { ...reader, within });
}

function targetOf(reference: string, root: JsonSchema): Json | undefined {
  if (!reference.startsWith("#")) return undefined;
  let target: Json | undefined = root;
  for (const key of reference.slice(1).split("/").slice(1)) target = memberOf(target, decodeKey(key));
  return target;
}

function memberOf(holder: Json | undefined, key: string): Json | undefined {
  if (isArray(holder)) return holder[Number(key)];
  return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function decodeKey(key: string): string {
  const plain = key.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** The types that a schema names or implies; nothing where it says nothing of types. */
function typesOf(schema: JsonObject): readonly Json[] | undefined {
  if (typeof schema.type === "string") return [schema.type];
  return isArray(schema.type) ? schema.type : impliedTypes(schema);
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

function readArray(schema: JsonObject, outer: Reader): Shape {
  const reader = { ...outer, part: false };
  const prefix = isArray(schema.prefixItems) ? schema.prefixItems.map((item) => read(item, reader)) : [];
  const rest = schema.items === undefined ? unknownShape : read(schema.items, reader);
  const minItems = isCount(schema.minItems) ? schema.minItems : 0;
  const most = rest.kind === "never" ? prefix.length : isCount(schema.maxItems) ? schema.maxItems : undefined;
  const facts = { minItems, ...(most !== undefined && { maxItems: most }) };
  // A tuple whose elements may be absent cannot be said: its elements are then one union.
  if (prefix.length > 0 && minItems >= prefix.length) return arrayShape(rest, { ...facts, items: prefix });
  return arrayShape(unionOf([...prefix, rest]), facts);
}

function readObject(schema: JsonObject, outer: Reader): Shape {
  const reader = { ...outer, part: false };
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = new Set(isArray(schema.required) ? schema.required : []);
  const fields: Record<string, FieldLike> = Object.create(null);
  for (const [name, member] of Object.entries(properties)) {
    const shape = read(member, reader);
    fields[name] = { shape, optional: !required.has(name) };
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
  const listed = Object.keys(properties).length > 0;
  const closed = others === false || (others === undefined && outer.closed && !outer.part && listed);
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
