import { nearestName } from "@statewright/diagnostics";
import {
  conflictingFields,
  missingField,
  otherQueryLanguage,
  unknownField,
  unsupportedField,
} from "../diagnostics/fields.ts";
import type { Field, FieldRow } from "../fields/field.ts";
import { stateFields } from "../fields/state-fields.ts";
import type { JsonRecord, JsonValue } from "../model/json-value.ts";
import { checkValue } from "./read-value.ts";
import { type Here, inside, placeOf, type Reading, schemaValidation } from "./reading.ts";

/** Reads a value that is an object of the language, or a list of them; nothing where it cannot be held. */
export type ReadNested = (at: Here, field: Field, value: JsonValue) => unknown;

/**
 * Reads the fields of one object by its row of the field table: reports what must not stand, what is missing
 * and what excludes one another, and returns what the model holds.
 *
 * @param nested reads the fields whose value has fields of its own; without an answer the field is left out.
 * @param besides fields that the caller reads itself.
 */
export function readFields(
  reading: Reading,
  here: Here,
  row: FieldRow,
  record: JsonRecord,
  nested: Readonly<Partial<Record<Field["kind"], ReadNested>>> = {},
  besides: ReadonlySet<string> = new Set(),
): Record<string, unknown> {
  const held: Record<string, unknown> = Object.create(null);
  const aside: Record<string, JsonValue> = Object.create(null);
  for (const name of Object.keys(record)) {
    if (besides.has(name)) continue;
    const value = record[name] ?? null;
    const field = Object.hasOwn(row.fields, name) ? row.fields[name] : undefined;
    if (field === undefined) {
      reportStranger(reading, here, row, name);
      aside[name] = value;
      continue;
    }
    reportLanguage(reading, here, row, name, field);
    const read = Object.hasOwn(nested, field.kind) ? nested[field.kind] : undefined;
    if (read !== undefined) {
      const result = read(inside(here, name), field, value);
      if (result !== undefined) held[name] = result;
      continue;
    }
    const verdict = checkValue(reading, here, name, field, value);
    if (verdict === "keep") held[name] = value;
    else if (verdict === "aside") aside[name] = value;
  }
  reportMissing(reading, here, row, record);
  reportConflicts(reading, here, row, record);
  if (Object.keys(aside).length > 0) held.unknownFields = Object.freeze(aside);
  return held;
}

function reportStranger(reading: Reading, here: Here, row: FieldRow, field: string): void {
  const place = placeOf(inside(here, field));
  const aws = schemaValidation(here, `Field '${field}' is not supported`);
  const known = Object.keys(row.fields).filter((name) => fits(here, row.fields[name]));
  const { subject } = here;
  if (languageFields.has(field)) {
    const help =
      field === "QueryLanguage" ? "Set it on the states inside, or on the state machine." : undefined;
    reading.report(unsupportedField.at(place, { subject, field, help }, { aws }), "key");
  } else {
    const nearest = nearestName(field, known);
    // Of Credentials AWS says only that the role is missing (R-TASK-06).
    const words = here.aws.endsWith("/Credentials") ? {} : { aws };
    reading.report(unknownField.at(place, { subject, field, nearest, known }, words), "key");
  }
}

/** Every field that some state has. */
const languageFields: ReadonlySet<string> = new Set(
  Object.values(stateFields).flatMap(({ fields }) => Object.keys(fields)),
);

function reportLanguage(reading: Reading, here: Here, row: FieldRow, name: string, field: Field): void {
  const { language, subject } = here;
  if (field.only === undefined || language === undefined || field.only === language) return;
  const message = `The QueryLanguage is set to '${language}', but field '${name}' is only supported for the '${field.only}' QueryLanguage`;
  const instead = counterparts[name]?.find(
    (candidate) => Object.hasOwn(row.fields, candidate) && candidate !== name,
  );
  const facts = { subject, field: name, language, other: field.only, instead };
  const aws = schemaValidation(here, message);
  reading.report(otherQueryLanguage.at(placeOf(inside(here, name)), facts, { aws }), "key");
}

/** What a field of one query language is called in the other. */
const counterparts: Readonly<Record<string, readonly string[]>> = {
  Parameters: ["Arguments", "ItemSelector", "Output"],
  Arguments: ["Parameters", "ItemSelector"],
  ResultSelector: ["Output"],
  ResultPath: ["Output"],
  OutputPath: ["Output"],
  Result: ["Output"],
  Output: ["OutputPath", "ResultPath"],
  ItemsPath: ["Items"],
  Items: ["ItemsPath"],
  TimeoutSecondsPath: ["TimeoutSeconds"],
  HeartbeatSecondsPath: ["HeartbeatSeconds"],
  SecondsPath: ["Seconds"],
  TimestampPath: ["Timestamp"],
  ErrorPath: ["Error"],
  CausePath: ["Cause"],
  MaxConcurrencyPath: ["MaxConcurrency"],
  MaxItemsPath: ["MaxItems"],
  MaxItemsPerBatchPath: ["MaxItemsPerBatch"],
  MaxInputBytesPerBatchPath: ["MaxInputBytesPerBatch"],
  ToleratedFailureCountPath: ["ToleratedFailureCount"],
  ToleratedFailurePercentagePath: ["ToleratedFailurePercentage"],
  "RoleArn.$": ["RoleArn"],
};

function reportMissing(reading: Reading, here: Here, row: FieldRow, record: JsonRecord): void {
  const required = Object.keys(row.fields)
    .filter((name) => row.fields[name]?.required === true && !Object.hasOwn(record, name))
    .reverse();
  const groups = [...(row.exactlyOne ?? []), ...(row.atLeastOne ?? [])]
    .filter((group) => !group.some((name) => stands(record, name)))
    .map((group) => group.filter((name) => fits(here, row.fields[name])).join("|"));
  const fields = [...required, ...groups];
  if (fields.length === 0) return;
  const credentials = groups[0]?.startsWith("RoleArn") === true;
  const message = credentials
    ? "The field 'RoleArn' is required but was missing"
    : `These fields are required: [${required.join(", ")}]`;
  const why = groups.includes("Next|End")
    ? "Each state says what comes after it, or that it is the last one."
    : undefined;
  const aws = required.length > 0 || credentials ? { aws: schemaValidation(here, message) } : {};
  reading.report(missingField.at(placeOf(here), { subject: here.subject, fields, why }, aws));
}

function reportConflicts(reading: Reading, here: Here, row: FieldRow, record: JsonRecord): void {
  for (const group of [...(row.exactlyOne ?? []), ...(row.atMostOne ?? [])]) {
    const fields = group.filter((name) => stands(record, name) && fits(here, row.fields[name]));
    if (fields.length < 2) continue;
    const place = placeOf(inside(here, fields[1] ?? ""));
    reading.report(conflictingFields.at(place, { subject: here.subject, fields }), "key");
  }
}

/** `End: false` says nothing (R-FLOW-06). */
function stands(record: JsonRecord, name: string): boolean {
  return Object.hasOwn(record, name) && !(name === "End" && record[name] === false);
}

function fits(here: Here, field: Field | undefined): boolean {
  return field?.only === undefined || here.language === undefined || field.only === here.language;
}
