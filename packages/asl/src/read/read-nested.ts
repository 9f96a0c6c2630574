import { emptyValue, wrongType } from "../diagnostics/values.ts";
import type { Field, FieldRow, ObjectKind } from "../fields/field.ts";
import { objectFields } from "../fields/object-fields.ts";
import { emptyRecord } from "../model/empty-record.ts";
import type { JsonRecord, JsonValue } from "../model/json-value.ts";
import type { ItemProcessor, State } from "../model/state.ts";
import type { States } from "../model/state-machine.ts";
import { type NestedReaders, type ReadNested, readFields } from "./read-fields.ts";
import { described } from "./read-value.ts";
import { type Here, isRecord, lowered, placeOf, type Reading, schemaValidation } from "./reading.ts";

/** Reads an object that the model holds as it stands, such as `ItemReader`: only its fields are checked. */
export function nestedObject(kind: ObjectKind): ReadNested {
  return (reading, at, _, value) => {
    const name = nameOf(at);
    if (!isRecord(value)) {
      reportNoObject(reading, at, name, value);
      return undefined;
    }
    const here = at.as(() => `\`${name}\` of ${lowered(at.subject)}`);
    readFields(reading, here, rowFor(kind, value), value, nestedReaders);
    return value;
  };
}

const nestedReaders: NestedReaders = {
  ReaderConfig: nestedObject("ReaderConfig"),
  WriterConfig: nestedObject("WriterConfig"),
};

/** An S3 destination or source has its arguments in `Parameters` or, in JSONata, `Arguments` (R-DMAP-03, -12). */
function rowFor(kind: ObjectKind, value: JsonRecord): FieldRow {
  const row = objectFields[kind];
  const needsArguments =
    kind === "ItemReader" || (kind === "ResultWriter" && Object.hasOwn(value, "Resource"));
  return needsArguments
    ? { ...row, atLeastOne: [...(row.atLeastOne ?? []), ["Parameters", "Arguments"]] }
    : row;
}

/** Reads the branches of a Parallel. */
export function readBranches(
  reading: Reading,
  at: Here,
  _field: Field,
  value: JsonValue,
): readonly States[] | undefined {
  if (!Array.isArray(value)) {
    const facts = { subject: at.subject, field: "Branches", expected: "an array", found: described(value) };
    reading.report(wrongType.at(placeOf(at), facts));
    return undefined;
  }
  if (value.length === 0) {
    const aws = schemaValidation(at, "Value cannot be empty");
    reading.report(emptyValue.at(placeOf(at), { subject: at.subject, field: "Branches" }, { aws }));
  }
  const branches: States[] = [];
  for (const [index, branch] of value.entries()) {
    const here = at.inside(index, () => `Branch ${index} of ${lowered(at.subject)}`);
    if (isRecord(branch)) {
      branches.push(reading.readScope(here, "Branch", branch));
      continue;
    }
    reportNoObject(reading, at.inside(index), `Branches[${index}]`, branch);
    // It keeps its place: the branches after it are found by their index.
    branches.push(Object.freeze({ StartAt: "", States: Object.freeze(emptyRecord<State>()) }));
  }
  return Object.freeze(branches);
}

/** Reads the processor of a Map, under either of its names. */
export function readItemProcessor(
  reading: Reading,
  at: Here,
  _field: Field,
  value: JsonValue,
): ItemProcessor | undefined {
  const name = nameOf(at);
  if (isRecord(value)) {
    const here = at.as(() => `\`${name}\` of ${lowered(at.subject)}`);
    return reading.readScope(here, "ItemProcessor", value);
  }
  reportNoObject(reading, at, name, value);
  return undefined;
}

function reportNoObject(reading: Reading, at: Here, field: string, value: JsonValue): void {
  const facts = { subject: at.subject, field, expected: "an object", found: described(value) };
  reading.report(wrongType.at(placeOf(at), facts));
}

function nameOf(at: Here): string {
  return String(at.key);
}
