import type { Json } from "@statewright/json-types";

/**
 * What stands at an address that a reader reads: its text, or a value whose JSON is its text; or the failure that
 * reading it gives.
 */
export interface ReaderObject {
  /** A file that whoever runs the simulation reads into `text`; the simulator itself reads no files. */
  readonly file?: string;
  readonly text?: string;
  readonly json?: Json;
  readonly error?: string;
  readonly cause?: string;
}

/** The objects of Amazon S3 that readers can read, by their addresses: `s3://bucket/key`. */
export type ReaderObjects = Readonly<Record<string, ReaderObject>>;
