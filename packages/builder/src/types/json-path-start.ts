import type { PlainSchema, Schema } from "../schema/schema.ts";
import type { Top } from "./fixed.kernel.ts";
import type { PathFlow } from "./json-path-flow.kernel.ts";
import type { Begin } from "./remembered.kernel.ts";

/** A JSONPath workflow whose input is known: promise an output, or begin with the first state. */
export interface PathStart<in out In, in out Out, in out Constants>
  extends PathFlow<In, never, Begin<In>, never, never, never, Top<Out, Constants>> {
  /** What the workflow promises to return; checked wherever it ends. */
  output<T>(schema: Schema<T>): PathStart<In, T, Constants>;
  output<T>(schema?: PlainSchema): PathStart<In, T, Constants>;
}

/** A workflow with a name, whose language is JSONPath. */
export interface PathNamed<in out Constants> extends PathStart<unknown, unknown, Constants> {
  /** What an execution is started with: a schema, or a type alone. */
  input<T>(schema: Schema<T>): PathStart<T, unknown, Constants>;
  input<T>(schema?: PlainSchema): PathStart<T, unknown, Constants>;
}
