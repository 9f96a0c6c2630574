import type { JsonRecord, JsonValue, StateTypes, TaskState } from "@statewright/asl";
import type { JsonSchema } from "@statewright/json-types";
import type { TaskDefinition, TaskNode } from "../../ir/workflow.ts";
import { unsupportedNode } from "../diagnostics/builder-diagnostics.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import { resultData, stateData } from "../fields/state-data.ts";
import { computedField, templateField, textOf } from "../fields/templates.ts";
import { dataFields, errorFields, transition } from "./fields.ts";

/** A Task: what it calls, its arguments in the place the definition has for them, its result out of the envelope. */
export function taskState(state: StatePlace, node: TaskNode): TaskState {
  const { task } = node;
  const data = stateData(state);
  state.lowerer.types(state.pointer, taskTypes(task));
  const passed = argumentsOf(state, node);
  const own = dataFields(state, node, resultData(state, task.resultField));
  const unwrapped = task.resultField !== undefined && own.Output === undefined;
  return {
    Type: "Task",
    ...(node.comment !== undefined && { Comment: node.comment }),
    Resource: textOf(task.resource),
    ...(passed !== undefined && { Arguments: passed }),
    ...(node.timeoutSeconds !== undefined && {
      TimeoutSeconds: computedField(state, ["TimeoutSeconds"], node.timeoutSeconds, data),
    }),
    ...(node.heartbeatSeconds !== undefined && {
      HeartbeatSeconds: computedField(state, ["HeartbeatSeconds"], node.heartbeatSeconds, data),
    }),
    ...(node.credentials && {
      Credentials: record(templateField(state, ["Credentials"], node.credentials, data)),
    }),
    ...errorFields(state, node),
    ...own,
    ...(unwrapped && { Output: `{% $states.result.${task.resultField} %}` }),
    ...transition(state.after),
  };
}

function record(json: JsonValue): JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as JsonRecord) : {};
}

/** The definition's own arguments, with the user's in their field, or beside them. */
function argumentsOf(state: StatePlace, node: TaskNode): JsonValue | undefined {
  const { fixedArguments, argumentsField } = node.task;
  const data = stateData(state);
  if (!fixedArguments && argumentsField === undefined) {
    return node.arguments && templateField(state, ["Arguments"], node.arguments, data);
  }
  const whole: Record<string, JsonValue> = Object.create(null);
  for (const [key, template] of Object.entries(fixedArguments ?? {})) {
    whole[key] = templateField(state, ["Arguments", key], template, data);
  }
  if (argumentsField !== undefined) {
    whole[argumentsField] = node.arguments
      ? templateField(state, ["Arguments", argumentsField], node.arguments, data)
      : "{% $states.input %}";
    return whole;
  }
  if (!node.arguments) return whole;
  const own = templateField(state, ["Arguments"], node.arguments, data);
  if (typeof own === "object" && own !== null && !Array.isArray(own))
    return { ...whole, ...(own as JsonRecord) };
  const facts = {
    what: "Arguments that are one expression",
    instead: "Give an object literal: the task adds fields to it.",
  };
  state.lowerer.report(unsupportedNode.at(placeOf(state, "Arguments"), facts));
  return whole;
}

/** What the types file says of a task: schemas of what the state itself sends and receives. */
export function taskTypes(task: TaskDefinition): StateTypes {
  const { argumentsSchema, resultSchema, errors } = task;
  return {
    ...(argumentsSchema !== undefined && { arguments: inField(task.argumentsField, argumentsSchema) }),
    ...(resultSchema !== undefined && { result: enveloped(task.resultField, resultSchema) }),
    ...(errors && errors.length > 0 && { errors: Object.fromEntries(errors.map((error) => [error, {}])) }),
  };
}

function inField(field: string | undefined, schema: JsonSchema): JsonSchema {
  return field === undefined
    ? schema
    : { type: "object", properties: { [field]: schema }, required: [field] };
}

/** The answer of `lambda:invoke` (R-TASK): the function's result in `Payload`. */
function enveloped(field: string | undefined, schema: JsonSchema): JsonSchema {
  if (field !== "Payload") return inField(field, schema);
  const properties = {
    ExecutedVersion: { type: "string" },
    Payload: schema,
    StatusCode: { type: "integer" },
  };
  return { type: "object", properties, required: ["ExecutedVersion", "Payload", "StatusCode"] };
}
