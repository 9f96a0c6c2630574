import type { Json } from "@statewright/json-types";
import { jsonText, writeJson } from "../json/json-text.ts";
import { typeName } from "../json/json-type.ts";
import { csvDelimiters, parseCsv } from "./csv.ts";
import type { ItemRequest, ItemsRead, ReaderConfig } from "./item-request.ts";
import { listObjects } from "./list-objects.ts";
import type { ReaderObjects } from "./reader-object.ts";

const readerFailed = "States.ItemReaderFailed";

/**
 * Reads what a Distributed Map iterates out of `objects` (R-DMAP-03 to R-DMAP-06). An address that is not among
 * them is not known to be empty: it is `absent`.
 */
export function readItems(request: ItemRequest, objects: ReaderObjects): ItemsRead {
  const { config } = request;
  const fields = fieldsOf(request.arguments);
  const bucket = fields?.Bucket;
  if (typeof bucket !== "string") return failed("The Bucket of the reader is no text.");
  if (request.action === "listObjectsV2") {
    const prefix = typeof fields?.Prefix === "string" ? fields.Prefix : "";
    const listed = listObjects(bucket, prefix, objects);
    if (listed === undefined) return { kind: "absent", address: `s3://${bucket}/${prefix}` };
    if (config.Transformation !== "LOAD_AND_FLATTEN") {
      return { kind: "read", value: listed.map(({ item }) => item), source: `S3://${bucket}` };
    }
    const addresses = listed.filter(({ address }) => !address.endsWith("/")).map(({ address }) => address);
    return loadAll(addresses, config, objects);
  }
  const key = fields?.Key;
  if (typeof key !== "string") return failed("The Key of the reader is no text.");
  const address = `s3://${bucket}/${key}`;
  if (config.InputType === "MANIFEST" || config.ManifestType !== undefined)
    return readManifest(address, config, objects);
  return readObject(address, config, objects);
}

function readObject(address: string, config: ReaderConfig, objects: ReaderObjects): ItemsRead {
  const content = contentAt(address, objects);
  if (typeof content !== "string") return content;
  const parsed = parse(content, config);
  return "value" in parsed ? { kind: "read", value: parsed.value, source: `S3${address.slice(2)}` } : parsed;
}

type Parsed = { readonly value: Json } | Exclude<ItemsRead, { readonly kind: "read" }>;

/** The text at an address. */
function contentAt(address: string, objects: ReaderObjects): string | Exclude<ItemsRead, { kind: "read" }> {
  const object = Object.hasOwn(objects, address) ? objects[address] : undefined;
  if (object?.error !== undefined) return { kind: "failed", error: object.error, cause: object.cause ?? "" };
  const text = object?.json === undefined ? object?.text : jsonText(object.json);
  return text ?? { kind: "absent", address };
}

function parse(text: string, config: ReaderConfig): Parsed {
  switch (config.InputType) {
    case "CSV":
      return parseRows(text, config);
    case "JSONL":
      return parseLines(text);
    case "JSON":
      return parseDocument(text, config);
    case "PARQUET":
      return { kind: "refused", what: "a PARQUET file" };
    default:
      return { kind: "refused", what: `the input type \`${config.InputType ?? "none"}\`` };
  }
}

function parseRows(text: string, { CSVDelimiter, CSVHeaderLocation, CSVHeaders }: ReaderConfig): Parsed {
  const delimiter = csvDelimiters[CSVDelimiter ?? "COMMA"];
  if (delimiter === undefined) return failed(`There is no CSVDelimiter ${CSVDelimiter}.`);
  const rows = parseCsv(text.replace(/^\uFEFF/, ""), delimiter);
  const given = CSVHeaderLocation === "GIVEN";
  const headers = given ? (CSVHeaders ?? []) : (rows[0] ?? []);
  if (new Set(headers).size < headers.length) return failed("CSV headers cannot contain duplicates.");
  const items = rows.slice(given ? 0 : 1).map((row) => {
    const item: Record<string, Json> = Object.create(null);
    for (const [index, header] of headers.entries()) item[header] = row[index] ?? "";
    return plain(item);
  });
  return { value: items };
}

/** An object like those of `JSON.parse`, with `__proto__` as a key like any other. */
function plain(members: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(Object.entries(members));
}

function parseLines(text: string): Parsed {
  const items: Json[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const value = parseJson(line);
    if (value === undefined) return failed(`Line ${index + 1} is not valid JSON.`);
    items.push(value);
  }
  return { value: items };
}

function parseDocument(text: string, { ItemsPointer }: ReaderConfig): Parsed {
  const document = parseJson(text);
  if (document === undefined) return failed("The object is not valid JSON.");
  if (ItemsPointer === undefined || ItemsPointer === "") return { value: document };
  const value = atPointer(document, ItemsPointer);
  return value === undefined ? failed(`Nothing stands at ItemsPointer ${ItemsPointer}.`) : { value };
}

/** S3_INVENTORY names CSV files of a bucket's objects, ATHENA_DATA the files of a query's result. */
function readManifest(address: string, config: ReaderConfig, objects: ReaderObjects): ItemsRead {
  const text = contentAt(address, objects);
  if (typeof text !== "string") return text;
  if (config.ManifestType === "ATHENA_DATA") {
    const entries = parseLines(text);
    if (!("value" in entries)) return athenaText(text, config, objects);
    const urls = manifestUrls(entries.value);
    return urls.length === 0 ? athenaText(text, config, objects) : loadAll(urls, config, objects);
  }
  const manifest = fieldsOf(parseJson(text) ?? null);
  const files = manifest?.files;
  const schema = manifest?.fileSchema;
  if (!Array.isArray(files) || typeof schema !== "string")
    return failed("The object is no inventory manifest.");
  const bucket = String(manifest?.destinationBucket ?? "").replace(/^arn:[^:]*:s3:::/, "");
  const addresses = files.flatMap((file) => {
    const key = fieldsOf(file as Json)?.key;
    return typeof key === "string" ? [`s3://${bucket}/${key}`] : [];
  });
  const CSVHeaders = schema.split(",").map((name) => name.trim());
  return loadAll(addresses, { InputType: "CSV", CSVHeaderLocation: "GIVEN", CSVHeaders }, objects);
}

/** The manifest of UNLOAD is one address a line. */
function athenaText(text: string, config: ReaderConfig, objects: ReaderObjects): ItemsRead {
  const addresses = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (!addresses.every((line) => line.startsWith("s3://"))) return failed("The object is no manifest.");
  return loadAll(addresses, config, objects);
}

/** `{ "entries": [{ "url": "s3://…" }] }`. */
function manifestUrls(documents: Json): readonly string[] {
  const [first] = Array.isArray(documents) ? documents : [];
  const entries = fieldsOf((first as Json | undefined) ?? null)?.entries;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry) => {
    const url = fieldsOf(entry as Json)?.url;
    return typeof url === "string" ? [url] : [];
  });
}

/** The items of several objects, one after the other. */
function loadAll(addresses: readonly string[], config: ReaderConfig, objects: ReaderObjects): ItemsRead {
  const items: Json[] = [];
  let source = "";
  for (const address of addresses) {
    const read = readObject(address, config, objects);
    if (read.kind !== "read") return read;
    source = source === "" ? read.source : source;
    const { value } = read;
    if (Array.isArray(value)) for (const item of value) items.push(item as Json);
    else items.push(value);
  }
  return { kind: "read", value: items, source };
}

/** RFC 6901. */
function atPointer(document: Json, pointer: string): Json | undefined {
  if (!pointer.startsWith("/")) return undefined;
  let at: Json | undefined = document;
  for (const part of pointer.slice(1).split("/")) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(at))
      at = /^(0|[1-9]\d*)$/.test(key) ? (at[Number(key)] as Json | undefined) : undefined;
    else {
      const fields: Readonly<Record<string, Json>> | undefined = at === undefined ? undefined : fieldsOf(at);
      at = fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
    }
    if (at === undefined) return undefined;
  }
  return at;
}

/** Nothing for what is no JSON, or nested deeper than data may be. */
function parseJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return writeJson(value) === undefined ? undefined : value;
  } catch {
    return undefined;
  }
}

function fieldsOf(value: Json): Readonly<Record<string, Json>> | undefined {
  return typeName(value) === "object" ? (value as Readonly<Record<string, Json>>) : undefined;
}

function failed(cause: string): { readonly kind: "failed"; readonly error: string; readonly cause: string } {
  return { kind: "failed", error: readerFailed, cause };
}
