import type { Field, ObjectKind } from "./fields/field.ts";
import { objectFields } from "./fields/object-fields.ts";
import { stateFields } from "./fields/state-fields.ts";
import { emptyRecord } from "./model/empty-record.ts";
import type { JsonRecord, JsonValue } from "./model/json-value.ts";
import type { ChoiceRule, ErrorFields, ItemProcessor, State } from "./model/state.ts";
import type { StateMachine, States } from "./model/state-machine.ts";

/**
 * The definition as plain JSON data, its fields in the order of the field table; data inside fields keeps its
 * own order. The law `readMachine(machineToJson(m)) = m` holds.
 */
export function machineToJson(machine: StateMachine): JsonRecord {
  return scopeToJson(machine, "StateMachine");
}

/**
 * Prints a definition: two spaces, one newline at the end, the same text for the same machine. The law
 * `parseMachine(printMachine(m)).machine = m` holds.
 */
export function printMachine(machine: StateMachine): string {
  return `${JSON.stringify(machineToJson(machine), undefined, 2)}\n`;
}

function scopeToJson(scope: States | ItemProcessor, kind: ObjectKind): JsonRecord {
  const states = emptyRecord<JsonValue>();
  for (const [name, state] of Object.entries(scope.States)) states[name] = stateToJson(state);
  for (const [name, state] of Object.entries(scope.unreadStates ?? {})) states[name] = state;
  const config = "ProcessorConfig" in scope ? scope.ProcessorConfig : undefined;
  return ordered(objectFields[kind].fields, {
    ...scope,
    States: states,
    ...(config && { ProcessorConfig: ordered(objectFields.ProcessorConfig.fields, config) }),
  });
}

function stateToJson(state: State): JsonRecord {
  const { fields } = stateFields[state.Type];
  switch (state.Type) {
    case "Task":
      return ordered(fields, { ...state, ...failuresToJson(state) });
    case "Choice":
      return ordered(fields, { ...state, Choices: state.Choices.map(ruleToJson) });
    case "Parallel": {
      const branches = state.Branches.map((branch) => scopeToJson(branch, "Branch"));
      return ordered(fields, { ...state, ...failuresToJson(state), Branches: branches });
    }
    case "Map": {
      const { ItemProcessor: processor, processorField, ...rest } = state;
      const printed = scopeToJson(processor, "ItemProcessor");
      const name = processorField ?? "ItemProcessor";
      return ordered(fields, { ...rest, ...failuresToJson(state), [name]: printed });
    }
    default:
      return ordered(fields, state);
  }
}

function failuresToJson({ Retry, Catch }: ErrorFields): { Retry?: JsonValue; Catch?: JsonValue } {
  return {
    ...(Retry && { Retry: Retry.map((entry) => ordered(objectFields.Retrier.fields, entry)) }),
    ...(Catch && { Catch: Catch.map((entry) => ordered(objectFields.Catcher.fields, entry)) }),
  };
}

/** The test of a JSONPath rule stands where the condition of a JSONata rule does. */
function ruleToJson({ test, Comment, ...rest }: ChoiceRule): JsonRecord {
  const printed = emptyRecord<JsonValue>();
  if (Comment !== undefined) printed.Comment = Comment;
  return Object.assign(printed, test, ordered(objectFields.ChoiceRule.fields, rest));
}

/** The members of `held` in the order of `fields`, those kept in `unknownFields` too; what no field is called comes last. */
function ordered(fields: Readonly<Record<string, Field>>, held: object): JsonRecord {
  const members = held as Readonly<Record<string, JsonValue | undefined>> & {
    readonly unknownFields?: JsonRecord;
  };
  const besides = members.unknownFields ?? {};
  const result = emptyRecord<JsonValue>();
  for (const name of Object.keys(fields)) {
    const own = Object.hasOwn(members, name) ? members[name] : undefined;
    const value = own ?? (Object.hasOwn(besides, name) ? besides[name] : own);
    if (value !== undefined) result[name] = value;
  }
  for (const [name, value] of Object.entries(besides)) result[name] = value;
  return result;
}
