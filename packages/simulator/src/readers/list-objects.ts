import { type Json, utf8Length } from "@statewright/json-types";
import { jsonText } from "../json/json-text.ts";
import { uuidOf } from "../json/seeded-random.ts";
import type { ReaderObjects } from "./reader-object.ts";

/** An object that is listed, and its address. */
export interface Listed {
  readonly address: string;
  readonly item: Json;
}

/** No time is known of an object: this one, 2026-01-01T00:00:00Z, stands for it. In seconds (R-DMAP-04). */
const lastModified = 1_767_225_600;

/**
 * The objects of a bucket whose keys begin with `prefix`, in the order of their keys as ListObjectsV2 gives them
 * (R-DMAP-04). A listing given for the address itself, as JSON, is taken as it is; nothing when nothing is known.
 */
export function listObjects(
  bucket: string,
  prefix: string,
  objects: ReaderObjects,
): readonly Listed[] | undefined {
  const address = `s3://${bucket}/${prefix}`;
  const given = Object.hasOwn(objects, address) ? objects[address]?.json : undefined;
  if (Array.isArray(given)) {
    return given.map((item) => ({ address: `s3://${bucket}/${keyOf(item as Json)}`, item: item as Json }));
  }
  const found = Object.entries(objects).filter(([name]) => name.startsWith(address));
  if (found.length === 0) return undefined;
  return found
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, { text, json }]) => {
      const body = text ?? jsonText(json ?? null);
      const item = {
        Etag: `"${uuidOf(body).replaceAll("-", "")}"`,
        Key: name.slice(`s3://${bucket}/`.length),
        LastModified: lastModified,
        Size: utf8Length(body),
        StorageClass: "STANDARD",
      };
      return { address: name, item };
    });
}

function keyOf(item: Json): string {
  const key = item !== null && typeof item === "object" && "Key" in item ? item.Key : "";
  return typeof key === "string" ? key : "";
}
