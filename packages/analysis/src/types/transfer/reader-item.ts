import type { JsonValue, MapState } from "@statewright/asl";
import { numberShape, objectShape, type Shape, stringShape, unknownShape } from "@statewright/json-types";
import { memberOf } from "../../json-record.ts";
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

function madeByReader({ ItemReader: reader }: MapState): Shape {
  const config = memberOf(reader, "ReaderConfig");
  const type = memberOf(config, "InputType");
  const manifest = memberOf(config, "ManifestType");
  if (manifest === "S3_INVENTORY") return row;
  if (manifest !== undefined) return unknownShape;
  if (type === "CSV") return csvRow(config);
  const lists = String(memberOf(reader, "Resource")).endsWith(":s3:listObjectsV2");
  return lists && type === undefined ? listedObject : unknownShape;
}

function csvRow(config: JsonValue | undefined): Shape {
  const headers = memberOf(config, "CSVHeaders");
  if (memberOf(config, "CSVHeaderLocation") !== "GIVEN") return row;
  if (!Array.isArray(headers) || !headers.every((header) => typeof header === "string")) return row;
  return objectShape(Object.fromEntries(headers.map((header) => [header, stringShape()])));
}
