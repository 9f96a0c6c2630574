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
import { emptyRecord } from "../model/empty-record.ts";
import type { JsonRecord, JsonValue } from "../model/json-value.ts";
import { checkValue } from "./read-value.ts";
import { type Here, placeOf, type Reading, renaming, schemaValidation } from "./reading.ts";

/** Reads a value that is an object of the language, or a list of them; nothing where it cannot be held. */
export type ReadNested = (reading: Reading, at: Here, field: Field, value: JsonValue) => unknown;

/** By the kind of the field. */
export type NestedReaders = Readonly<Partial<Record<Field["kind"], ReadNested>>>;

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
  nested: NestedReaders = {},
  besides?: ReadonlySet<string>,
): Record<string, unknown> {
  const plan = planOf(row);
  // Every name that is set here is one of the table's.
  const held: Record<string, unknown> = {};
  let aside: Record<string, JsonValue> | undefined;
  for (const name of Object.keys(record)) {
    if (besides?.has(name) === true) continue;
    const value = record[name] ?? null;
    const field = plan.fields.get(name);
    if (field === undefined) {
      reportStranger(reading, here, row, record, name);
      aside ??= emptyRecord<JsonValue>();
      aside[name] = value;
      continue;
    }
    if (!fits(here, field)) reportLanguage(reading, here, row, name, field);
    const read = nested[field.kind];
    if (read !== undefined) {
      const result = read(reading, here.inside(name), field, value);
      if (result !== undefined) held[name] = result;
      continue;
    }
    const verdict = checkValue(reading, here, name, field, value);
    if (verdict === "keep") held[name] = value;
    else if (verdict === "aside") {
      aside ??= emptyRecord<JsonValue>();
      aside[name] = value;
    }
  }
  if (isIncomplete(plan, record)) reportMissing(reading, here, row, record);
  reportConflicts(reading, here, plan, record);
  if (aside !== undefined) held.unknownFields = Object.freeze(aside);
  return held;
}

/** A row as it is asked of every object of its kind. */
interface RowPlan {
  readonly fields: ReadonlyMap<string, Field>;
  readonly required: readonly string[];
  /** Groups of which one field must stand. */
  readonly needed: readonly (readonly string[])[];
  /** Groups of which no second field may stand. */
  readonly exclusive: readonly (readonly string[])[];
}

const plans = new WeakMap<FieldRow, RowPlan>();

function planOf(row: FieldRow): RowPlan {
  const known = plans.get(row);
  if (known !== undefined) return known;
  const fields = new Map(Object.entries(row.fields));
  const plan = {
    fields,
    required: [...fields].flatMap(([name, { required }]) => (required === true ? [name] : [])).reverse(),
    needed: [...(row.exactlyOne ?? []), ...(row.atLeastOne ?? [])],
    exclusive: [...(row.exactlyOne ?? []), ...(row.atMostOne ?? [])],
  };
  plans.set(row, plan);
  return plan;
}

function isIncomplete({ required, needed }: RowPlan, record: JsonRecord): boolean {
  for (const name of required) if (!Object.hasOwn(record, name)) return true;
  for (const group of needed) if (standing(group, record) === 0) return true;
  return false;
}

function standing(group: readonly string[], record: JsonRecord): number {
  let count = 0;
  for (const name of group) if (stands(record, name)) count += 1;
  return count;
}

function reportStranger(
  reading: Reading,
  here: Here,
  row: FieldRow,
  record: JsonRecord,
  field: string,
): void {
  const place = placeOf(here.inside(field));
  const aws = schemaValidation(here, `Field '${field}' is not supported`);
  const known = Object.keys(row.fields).filter((name) => fits(here, row.fields[name]));
  const { subject } = here;
  if (languageFields.has(field)) {
    const help = field === "QueryLanguage" ? "Set it on the states or on the state machine." : undefined;
    reading.report(unsupportedField.at(place, { subject, field, help }, { aws }), "key");
  } else {
    const nearest = nearestName(field, known);
    // Of Credentials AWS says only that the role is missing (R-TASK-06).
    const words = here.aws.endsWith("/Credentials") ? {} : { aws };
    const fixes = nearest === undefined || Object.hasOwn(record, nearest) ? [] : [renaming(place, nearest)];
    reading.report(unknownField.at(place, { subject, field, nearest, known }, { ...words, fixes }), "key");
  }
}

/** Every field that some state has. */
const languageFields: ReadonlySet<string> = new Set(
  Object.values(stateFields).flatMap(({ fields }) => Object.keys(fields)),
);

function reportLanguage(reading: Reading, here: Here, row: FieldRow, name: string, field: Field): void {
  const { language, subject } = here;
  if (language === undefined || field.only === undefined) return;
  const message = `The QueryLanguage is set to '${language}', but field '${name}' is only supported for the '${field.only}' QueryLanguage`;
  const instead = counterparts[name]?.find(
    (candidate) => Object.hasOwn(row.fields, candidate) && candidate !== name,
  );
  const facts = { subject, field: name, language, other: field.only, instead };
  const aws = schemaValidation(here, message);
  reading.report(otherQueryLanguage.at(placeOf(here.inside(name)), facts, { aws }), "key");
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
  const plan = planOf(row);
  const required = plan.required.filter((name) => !Object.hasOwn(record, name));
  const groups = plan.needed
    .filter((group) => !group.some((name) => stands(record, name)))
    .map((group) => group.filter((name) => fits(here, row.fields[name])).join("|"));
  const fields = [...required, ...groups];
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

function reportConflicts(reading: Reading, here: Here, plan: RowPlan, record: JsonRecord): void {
  for (const group of plan.exclusive) {
    if (standing(group, record) < 2) continue;
    const fields = group.filter((name) => stands(record, name) && fits(here, plan.fields.get(name)));
    if (fields.length < 2) continue;
    const place = placeOf(here.inside(fields[1] ?? ""));
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
