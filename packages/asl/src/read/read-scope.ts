import { badStateName } from "../diagnostics/names.ts";
import { emptyValue, wrongType } from "../diagnostics/values.ts";
import type { FieldRow } from "../fields/field.ts";
import { objectFields } from "../fields/object-fields.ts";
import { emptyRecord } from "../model/empty-record.ts";
import type { JsonRecord, JsonValue } from "../model/json-value.ts";
import type { ProcessorConfig, State } from "../model/state.ts";
import type { States } from "../model/state-machine.ts";
import { hasPlaceholder } from "../placeholder.ts";
import { quotas } from "../quotas.ts";
import { readFields } from "./read-fields.ts";
import { readState } from "./read-state.ts";
import { described } from "./read-value.ts";
import { type Here, isRecord, lowered, placeOf, type Reading } from "./reading.ts";

/**
 * Reads the machine itself, a branch or a processor. A scope without its `StartAt` or `States` is still one:
 * nothing starts there, or nothing is there.
 */
export function readScope(
  reading: Reading,
  here: Here,
  kind: "StateMachine" | "Branch" | "ItemProcessor",
  record: JsonRecord,
): States {
  const unread = emptyRecord<JsonValue>();
  const nested = {
    states: (_: Reading, at: Here, _field: unknown, value: JsonValue) =>
      readStates(reading, here, at, value, unread),
    ProcessorConfig: readProcessorConfig,
  };
  const held = readFields(reading, here, objectFields[kind], record, nested);
  held.StartAt ??= "";
  held.States ??= Object.freeze(emptyRecord<State>());
  if (Object.keys(unread).length > 0) held.unreadStates = Object.freeze(unread);
  return Object.freeze({ ...held }) as unknown as States;
}

function readStates(
  reading: Reading,
  scope: Here,
  at: Here,
  value: JsonValue,
  unread: Record<string, JsonValue>,
): Readonly<Record<string, State>> | undefined {
  if (!isRecord(value)) {
    const facts = {
      subject: scope.subject,
      field: "States",
      expected: "an object of states",
      found: described(value),
    };
    reading.report(wrongType.at(placeOf(at), facts));
    return undefined;
  }
  const states = emptyRecord<State>();
  const names = Object.keys(value);
  if (names.length === 0)
    reading.report(emptyValue.at(placeOf(at), { subject: scope.subject, field: "States" }));
  for (const name of names) {
    const here = at.insideState(name);
    checkStateName(reading, here, name);
    const state = readState(reading, here, value[name] ?? null);
    if (state === undefined) unread[name] = value[name] ?? null;
    else states[name] = state;
  }
  return Object.freeze(states);
}

/** R-STRUCT-04. A name with a placeholder gets its length when it is deployed. */
function checkStateName(reading: Reading, here: Here, name: string): void {
  const limit = quotas.stateNameLength;
  if (name.length >= 1 && name.length <= limit) return;
  const length = [...name].length;
  if ((length >= 1 && length <= limit) || hasPlaceholder(name)) return;
  reading.report(badStateName.at(placeOf(here), { name, length, limit }), "key");
}

function readProcessorConfig(
  reading: Reading,
  at: Here,
  _field: unknown,
  value: JsonValue,
): ProcessorConfig | undefined {
  const here = at.as(() => `\`ProcessorConfig\` of ${lowered(at.subject)}`);
  if (!isRecord(value)) {
    const facts = {
      subject: at.subject,
      field: "ProcessorConfig",
      expected: "an object",
      found: described(value),
    };
    reading.report(wrongType.at(placeOf(at), facts));
    return undefined;
  }
  const row = value.Mode === "DISTRIBUTED" ? distributedConfig : objectFields.ProcessorConfig;
  return Object.freeze({ ...readFields(reading, here, row, value) }) as ProcessorConfig;
}

/** The executions of a distributed Map have a type (R-DMAP-01). */
const distributedConfig: FieldRow = {
  fields: {
    ...objectFields.ProcessorConfig.fields,
    ExecutionType: { kind: "enum", values: ["STANDARD", "EXPRESS"], required: true },
  },
};
