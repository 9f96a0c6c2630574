import type { JsonValue, MapState } from "@statewright/asl";
import { numberShape, objectShape, type Shape, stringShape, unknownShape } from "@statewright/json-types";
import type { StateSite } from "../machine-sites.ts";
import type { World } from "../world.ts";

/** An object of a listing (R-DMAP-04). */
const listedObject = objectShape({
  Etag: stringShape(),
  Key: stringShape(),
  LastModified: numberShape(),
  Size: numberShape(),
  StorageClass: stringShape(),
});

/** Every value of a CSV is a text, whatever its columns are called (R-DMAP-05). */
const row = objectShape({}, { rest: stringShape() });

/** What one item of the reader of a Map is: as the types say, else as the reader makes it. */
export function readerItem(state: MapState, site: StateSite, world: World): Shape {
  const said = world.known.item(site);
  return said.kind === "unknown" ? madeByReader(state) : said;
}

function madeByReader(state: MapState): Shape {
  const config = record(state.ItemReader?.ReaderConfig);
  if (config.ManifestType === "S3_INVENTORY") return row;
  if (config.InputType === "CSV" && config.ManifestType === undefined) return csvRow(config.CSVHeaders);
  const lists = String(state.ItemReader?.Resource).endsWith(":s3:listObjectsV2");
  return lists && config.InputType === undefined && config.ManifestType === undefined
    ? listedObject
    : unknownShape;
}

function csvRow(headers: JsonValue | undefined): Shape {
  if (!Array.isArray(headers) || !headers.every((header) => typeof header === "string")) return row;
  return objectShape(Object.fromEntries(headers.map((header) => [header, stringShape()])));
}

function record(value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, JsonValue>>)
    : {};
}
