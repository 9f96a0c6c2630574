import type { JsonRecord } from "@statewright/asl";
import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
  type JsonPointer,
} from "@statewright/diagnostics";
import { isRecord } from "../json-record.ts";
import type { Rule, RuledState } from "./rule.ts";

/** A reader that does not say all it must, or says what its source does not take (R-DMAP-03, -04, -05, -06, -12a). */
export const readerConfig: DiagnosticKind<{ state: string; problem: string; help: string }> =
  defineDiagnostic({
    code: "structure/reader-config",
    severity: "error",
    message: ({ state, problem }) => `The \`ItemReader\` of "${state}" ${problem}.`,
    help: ({ help }) => help,
  });

/** What an `ItemReader` or a `ResultWriter` is told of S3 (R-DMAP-03, R-DMAP-12). */
export const s3Argument: DiagnosticKind<{
  owner: string;
  state: string;
  name: string;
  found: string | undefined;
}> = defineDiagnostic({
  code: "structure/storage-argument",
  severity: "error",
  message: ({ owner, state, name, found }) =>
    found === undefined
      ? `The \`${owner}\` of "${state}" has no \`${name}\`.`
      : `\`${name}\` of the \`${owner}\` of "${state}" must be a text, but is ${found}.`,
  help: ({ name }) => `Name it as text, or by a path or an expression that gives \`${name}\`.`,
});

/** Readers and writers of distributed Maps name what they read and where they write. */
export const readerConfigs: Rule = ({ ofType }) => {
  const found: Diagnostic[] = [];
  for (const visit of ofType.Map) {
    const { state } = visit;
    if (state.ItemProcessor.ProcessorConfig?.Mode !== "DISTRIBUTED") continue;
    const { ItemReader: reader, ResultWriter: writer } = state as unknown as JsonRecord;
    if (isRecord(reader)) {
      found.push(...aboutSource(visit, reader), ...aboutArguments(visit, "ItemReader", reader));
    }
    if (isRecord(writer) && writer.Resource !== undefined) {
      found.push(...aboutArguments(visit, "ResultWriter", writer));
    }
  }
  return found;
};

function aboutSource({ name, pointer }: RuledState, reader: JsonRecord): Diagnostic[] {
  const config = isRecord(reader.ReaderConfig) ? reader.ReaderConfig : {};
  const at = childPointer(pointer, "ItemReader");
  const { InputType: input, ManifestType: manifest, CSVHeaderLocation: location, Transformation } = config;
  const found: Diagnostic[] = [];
  const report = (field: string | undefined, problem: string, help: string): void => {
    const place =
      field === undefined || !Object.hasOwn(config, field) ? at : childPointer(at, "ReaderConfig", field);
    found.push(readerConfig.at({ state: name, pointer: place }, { state: name, problem, help }));
  };
  const types = "Set `ReaderConfig.InputType` to CSV, JSON, JSONL, PARQUET or MANIFEST.";
  if (input === undefined && action(reader) === "getObject" && manifest !== "S3_INVENTORY") {
    report("ManifestType", "does not say in which form its object is", types);
  }
  if (input === undefined && Transformation === "LOAD_AND_FLATTEN") {
    report("Transformation", "reads the objects it lists, but does not say in which form they are", types);
  }
  if (location === "GIVEN" && config.CSVHeaders === undefined) {
    report("CSVHeaderLocation", "says that the headers are given, but gives none", "Add `CSVHeaders`.");
  }
  if (manifest === "S3_INVENTORY" && input !== undefined && input !== "MANIFEST") {
    report("InputType", "reads an S3 inventory, whose form is its own", "Remove `InputType`.");
  }
  return found;
}

const required: ReadonlyMap<string, readonly string[]> = new Map([
  ["getObject", ["Bucket", "Key"]],
  ["listObjectsV2", ["Bucket"]],
  ["putObject", ["Bucket"]],
]);

function aboutArguments(
  { name: state, pointer, language }: RuledState,
  owner: "ItemReader" | "ResultWriter",
  object: JsonRecord,
): Diagnostic[] {
  const field = language === "JSONata" ? "Arguments" : "Parameters";
  const given = object[field];
  if (!isRecord(given)) return [];
  const at = childPointer(pointer, owner, field);
  return [...(required.get(action(object)) ?? []), "Prefix"].flatMap((name) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined) {
      const absent = name === "Prefix" || Object.hasOwn(given, `${name}.$`);
      return absent ? [] : [finding(at, undefined)];
    }
    return typeof value === "string"
      ? []
      : [finding(childPointer(at, name), JSON.stringify(value).slice(0, 40))];

    function finding(place: JsonPointer, found: string | undefined): Diagnostic {
      return s3Argument.at({ state, pointer: place }, { owner, state, name, found });
    }
  });
}

function action({ Resource: resource }: JsonRecord): string {
  return typeof resource === "string" ? resource.slice(resource.lastIndexOf(":") + 1) : "";
}
