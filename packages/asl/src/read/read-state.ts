import { nearestName } from "@statewright/diagnostics";
import { inlineMapField, missingField } from "../diagnostics/fields.ts";
import { jsonpathInJsonata } from "../diagnostics/rules.ts";
import { unknownValue, wrongType } from "../diagnostics/values.ts";
import { stateFields, stateTypes } from "../fields/state-fields.ts";
import { emptyRecord } from "../model/empty-record.ts";
import type { JsonRecord, JsonValue } from "../model/json-value.ts";
import type { State, StateType } from "../model/state.ts";
import type { QueryLanguage } from "../model/state-machine.ts";
import { readChoices } from "./read-choices.ts";
import { readErrorEntries } from "./read-error-entries.ts";
import { type NestedReaders, readFields } from "./read-fields.ts";
import { nestedObject, readBranches, readItemProcessor } from "./read-nested.ts";
import { described } from "./read-value.ts";
import {
  type Here,
  isRecord,
  placeOf,
  type Reading,
  renaming,
  rewording,
  schemaValidation,
} from "./reading.ts";

/**
 * Reads one state. A state whose `Type` is not known cannot be read at all; of any other one everything that
 * can be held is, with an empty text, list or object where something required is missing.
 */
export function readState(reading: Reading, at: Here, value: JsonValue): State | undefined {
  if (!isRecord(value)) {
    const facts = { subject: at.subject, field: "", expected: "an object", found: described(value) };
    reading.report(wrongType.at(placeOf(at), facts));
    return undefined;
  }
  const type = readType(reading, at, value);
  if (type === undefined) return undefined;
  const language = languageOf(reading, at, value);
  const here = at.in(language);
  const held = readFields(reading, here, stateFields[type], value, nested);
  if (type === "Map") checkDistributedFields(reading, here, value);
  return Object.freeze({ ...complete(type, held) }) as unknown as State;
}

const nested: NestedReaders = {
  Retrier: readErrorEntries,
  Catcher: readErrorEntries,
  ChoiceRule: readChoices,
  Branch: readBranches,
  ItemProcessor: readItemProcessor,
  ItemReader: nestedObject("ItemReader"),
  ItemBatcher: nestedObject("ItemBatcher"),
  ResultWriter: nestedObject("ResultWriter"),
  Credentials: nestedObject("Credentials"),
};

function readType(reading: Reading, at: Here, record: JsonRecord): StateType | undefined {
  const known: readonly string[] = stateTypes;
  const found = record.Type;
  if (found === undefined) {
    const facts = { subject: at.subject, fields: ["Type"], why: `It can be: ${known.join(", ")}.` };
    const aws = schemaValidation(at, "These fields are required: [Type]");
    // Without a type nothing else of the state is read, so that no other finding tells of a misspelt one.
    const meant = Object.keys(record).find((key) => nearestName(key, ["Type"]) !== undefined);
    const fixes = meant === undefined ? [] : [renaming(placeOf(at.inside(meant)), "Type")];
    reading.report(missingField.at(placeOf(at), facts, { aws, fixes }));
    return undefined;
  }
  const here = at.inside("Type");
  if (typeof found !== "string") {
    const facts = { subject: at.subject, field: "Type", expected: "a text", found: described(found) };
    reading.report(wrongType.at(placeOf(here), facts));
    return undefined;
  }
  if (known.includes(found)) return found as StateType;
  const message = `The field 'Type' should have one of these values: [${known.join(", ")}]`;
  const nearest = nearestName(found, known);
  const facts = { subject: at.subject, field: "Type", found, known, nearest };
  const fixes = nearest === undefined ? [] : [rewording(placeOf(here), nearest)];
  reading.report(unknownValue.at(placeOf(here), facts, { aws: schemaValidation(here, message), fixes }));
  return undefined;
}

/** The language of a state is its own, else the machine's, never that of a state around it (R-QL-01). */
function languageOf(
  reading: Reading,
  at: Here,
  { QueryLanguage: own }: JsonRecord,
): QueryLanguage | undefined {
  if (own === undefined) return reading.machineLanguage;
  if (own === "JSONPath" && reading.machineLanguage === "JSONata") {
    const message = "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine";
    const place = placeOf(at.inside("QueryLanguage"));
    reading.report(
      jsonpathInJsonata.at(place, { subject: at.subject }, { aws: schemaValidation(at, message) }),
    );
  }
  return own === "JSONPath" || own === "JSONata" ? own : undefined;
}

/** What the model requires and the definition lacks is empty: it was reported. */
function complete(type: StateType, held: Record<string, unknown>): Record<string, unknown> {
  held.Type = type;
  if (type === "Task") held.Resource ??= "";
  if (type === "Choice") held.Choices ??= Object.freeze([]);
  if (type === "Parallel") held.Branches ??= Object.freeze([]);
  if (type !== "Map") return held;
  const { Iterator: older, ...rest } = held;
  if (rest.ItemProcessor !== undefined) return rest;
  if (older !== undefined) return { ...rest, ItemProcessor: older, processorField: "Iterator" };
  return {
    ...rest,
    ItemProcessor: Object.freeze({ StartAt: "", States: Object.freeze(emptyRecord<State>()) }),
  };
}

/** R-MAP-01. A mode that is not known may be DISTRIBUTED. */
function checkDistributedFields(reading: Reading, here: Here, record: JsonRecord): void {
  const processor = record.ItemProcessor ?? record.Iterator;
  const config = isRecord(processor) ? processor.ProcessorConfig : undefined;
  const mode = isRecord(config) ? config.Mode : undefined;
  if (mode !== undefined && mode !== "INLINE") return;
  for (const [field, { distributed }] of Object.entries(stateFields.Map.fields)) {
    if (distributed !== true || !Object.hasOwn(record, field)) continue;
    const facts = { subject: here.subject, field };
    reading.report(inlineMapField.at(placeOf(here.inside(field)), facts), "key");
  }
}
