/** Any JSON value, as it stands in a definition. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonRecord;

/** A JSON object with any keys. Objects read from a definition have no prototype, so that `toString` is not a key of them. */
export interface JsonRecord {
  readonly [key: string]: JsonValue;
}
