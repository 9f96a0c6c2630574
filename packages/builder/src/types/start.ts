import type { PlainSchema, Schema } from "../schema/schema.ts";
import type { Top } from "./fixed.kernel.ts";
import type { Flow } from "./flow.kernel.ts";
import type { Begin } from "./remembered.kernel.ts";

/** A workflow whose input is known: promise an output, or begin with the first state. */
export interface Start<in out In, in out Out, in out Constants>
  extends Flow<In, never, Begin<In>, never, never, never, Top<Out, Constants>> {
  /** What the workflow promises to return; checked wherever it ends. */
  output<T>(schema: Schema<T>): Start<In, T, Constants>;
  output<T>(schema?: PlainSchema): Start<In, T, Constants>;
}

/** A workflow with a name. */
export interface Named<in out Constants> extends Start<unknown, unknown, Constants> {
  /** What an execution is started with: a schema, or a type alone. */
  input<T>(schema: Schema<T>): Start<T, unknown, Constants>;
  input<T>(schema?: PlainSchema): Start<T, unknown, Constants>;
}
