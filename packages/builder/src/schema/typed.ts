import type { Schema } from "./schema.ts";

/**
 * A type where a schema is asked for: TypeScript knows it, the checker knows nothing of it.
 *
 * Choose a real schema where you have one: with it the checker sees through, and expressions become short.
 *
 * @example
 * ```ts
 * itemReader: { resource: "arn:aws:states:::s3:getObject", …, item: typed<Order>() }
 * ```
 */
export function typed<T>(): Schema<T> {
  return anything as Schema<T>;
}

const anything: object = Object.freeze({
  "~standard": Object.freeze({
    version: 1,
    vendor: "statewright",
    jsonSchema: Object.freeze({ input: () => ({}) }),
  }),
});
