/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Read members with `Object.hasOwn`: a key may be `__proto__` or `toString`. */
export interface JsonObject {
  readonly [key: string]: Json;
}
