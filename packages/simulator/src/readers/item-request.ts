import type { Json } from "@statewright/json-types";

/** What a reader is asked to read, its expressions evaluated. */
export interface ItemRequest {
  readonly action: "getObject" | "listObjectsV2";
  /** `Parameters` or `Arguments`: Bucket and Key, or Bucket and Prefix. */
  readonly arguments: Json;
  readonly config: ReaderConfig;
}

/** `ReaderConfig`, without MaxItems (R-DMAP-03 to R-DMAP-06). */
export interface ReaderConfig {
  readonly InputType?: string;
  readonly Transformation?: string;
  readonly ManifestType?: string;
  readonly CSVDelimiter?: string;
  readonly CSVHeaderLocation?: string;
  readonly CSVHeaders?: readonly string[];
  readonly ItemsPointer?: string;
}

/** What came of reading. */
export type ItemsRead =
  /** `source`: `Map.Item.Source` of the items. */
  | { readonly kind: "read"; readonly value: Json; readonly source: string }
  | { readonly kind: "failed"; readonly error: string; readonly cause: string }
  /** Nothing is known to stand there. */
  | { readonly kind: "absent"; readonly address: string }
  | { readonly kind: "refused"; readonly what: string };
