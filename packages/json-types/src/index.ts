export { drawValue, type RandomNumbers } from "./draw-value.ts";
export { elementOf, fieldOf } from "./fields.ts";
export { type SchemaReading, shapeFromSchema } from "./from-schema.ts";
export { includes } from "./includes.ts";
export { isAssignable, isDisjoint } from "./is-assignable.ts";
export { join, meet, subtract } from "./join.ts";
export type { Json, JsonObject } from "./json.ts";
export { literalShape } from "./literal-shape.ts";
export {
  type ArrayFacts,
  arrayShape,
  booleanShape,
  type FieldLike,
  filterMembers,
  missingShape,
  neverShape,
  nullShape,
  numberShape,
  type ObjectFacts,
  objectShape,
  stringShape,
  unknownShape,
} from "./make-shape.ts";
export { membersOf } from "./members.ts";
export { type Mismatch, mismatches } from "./mismatches.ts";
export { type PrintOptions, printShape } from "./print-shape.ts";
export type {
  ArrayShape,
  BooleanShape,
  FieldOrigin,
  FieldShape,
  JsonSchema,
  MissingShape,
  NeverShape,
  NullShape,
  NumberShape,
  ObjectShape,
  Shape,
  StringShape,
  UnionShape,
  UnknownShape,
} from "./shape.ts";
export { type SizeBounds, sizeBounds, utf8Length } from "./size-bounds.ts";
export { smallerValues } from "./smaller-values.ts";
export { schemaFromShape } from "./to-schema.ts";
export { mostMembers, unionOf, unionShape } from "./union-shape.ts";
export { widen } from "./widen.ts";
