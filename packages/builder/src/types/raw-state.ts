import type { PlainSchema, Schema } from "../schema/schema.ts";
import type { Param } from "../template/param.ts";

/** JSON with parameters of the deployment in it. */
export type RawJson =
  | string
  | number
  | boolean
  | null
  | Param
  | readonly RawJson[]
  | { readonly [key: string]: RawJson };

/** A state as Amazon States Language spells it, without `Next` and `End`. Expressions stand as `{% … %}`. */
export interface RawState {
  readonly Type: "Task" | "Pass" | "Wait" | "Parallel" | "Map" | "Succeed" | "Fail";
  readonly [field: string]: RawJson;
}

/** What is known of a raw state beside its fields. */
export interface RawOptions<R> {
  /** What it hands on: a schema, or `typed<Output>()`. */
  readonly output?: Schema<R> | PlainSchema;
  readonly comment?: string;
}
