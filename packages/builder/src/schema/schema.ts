/**
 * A schema of `T`: anything that follows Standard Schema, zod for one. Its JSON Schema form is what the checker
 * and the emitted types file know.
 *
 * What counts is the schema's *input* side, because nothing parses inside Step Functions.
 */
export interface Schema<T> {
  readonly "~standard": {
    readonly types?: { readonly input: T; readonly output: unknown } | undefined;
  };
}

/** A JSON Schema as plain data, for where there is no library. */
export type PlainSchema = boolean | { readonly [key: string]: unknown };
