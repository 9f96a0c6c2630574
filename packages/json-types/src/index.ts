export type { Json, JsonObject } from "./json.ts";
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
