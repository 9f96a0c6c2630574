import type { JsonRecord, TaskState } from "@statewright/asl";
import type { JsonPathFields } from "../../ir/json-path.ts";
import type { TaskNode } from "../../ir/workflow.ts";
import type { StatePlace } from "../fields/context.ts";
import { textOf } from "../fields/templates.ts";
import { transition } from "../states/fields.ts";
import { taskTypes } from "../states/task.ts";
import { assignField, errorFields, headFields, ofJsonata, resultFields } from "./data-fields.ts";
import { effectiveData, resultData } from "./data-of.ts";
import { computedOrPath } from "./path-fields.ts";
import { payloadEntry, payloadField } from "./payload.ts";

/**
 * A Task. Where the answer has an envelope (`lambda:invoke`), the result is taken out of it by `OutputPath`;
 * a `resultPath` without a `resultSelector` places the envelope, as nothing in JSONPath could take it off there.
 */
export function taskState(state: StatePlace, node: TaskNode): TaskState {
  const { task, jsonPath } = node;
  const data = effectiveData(state, jsonPath);
  const result = resultData(state, task.resultField);
  state.lowerer.types(state.pointer, taskTypes(task));
  if (node.output) ofJsonata(state, "output", ["Output"]);
  if (node.arguments) ofJsonata(state, "arguments", ["Arguments"]);
  const passed = parametersOf(state, node);
  return {
    Type: "Task",
    ...headFields(state, node),
    ...unwrapped(task.resultField, jsonPath, headFields(state, { ...node, comment: "" }).OutputPath),
    Resource: textOf(task.resource),
    ...(passed && { Parameters: passed }),
    ...(node.timeoutSeconds !== undefined &&
      computedOrPath(state, "TimeoutSeconds", node.timeoutSeconds, data)),
    ...(node.heartbeatSeconds !== undefined &&
      computedOrPath(state, "HeartbeatSeconds", node.heartbeatSeconds, data)),
    ...(node.credentials && { Credentials: payloadField(state, ["Credentials"], node.credentials, data) }),
    ...resultFields(state, jsonPath, result),
    ...errorFields(state, node),
    ...assignField(state, node.assign, result),
    ...transition(state.after),
  };
}

/** `OutputPath` of a result in an envelope: the path that was written goes on inside of it. */
function unwrapped(
  field: string | undefined,
  fields: JsonPathFields | undefined,
  written: string | null | undefined,
): { OutputPath?: string } {
  const isEnvelope = field !== undefined && fields?.resultSelector === undefined;
  const isWhole = fields?.resultPath === undefined || fields.resultPath === "$";
  if (!isEnvelope || !isWhole || written === null) return {};
  if (written === undefined) return { OutputPath: `$.${field}` };
  return /^\$(?![$\p{ID_Start}_])/u.test(written) ? { OutputPath: `$.${field}${written.slice(1)}` } : {};
}

/** The definition's own arguments, with the user's in their field, or beside them. */
function parametersOf(state: StatePlace, node: TaskNode): JsonRecord | undefined {
  const { fixedArguments, argumentsField } = node.task;
  const parameters = node.jsonPath?.parameters;
  const data = effectiveData(state, node.jsonPath);
  const path = ["Parameters"];
  const fixed = Object.entries(fixedArguments ?? {}).flatMap(([key, template]) =>
    payloadEntry(state, path, key, template, data),
  );
  if (argumentsField !== undefined) {
    const own = parameters
      ? payloadEntry(state, path, argumentsField, parameters, data)
      : ([[`${argumentsField}.$`, "$"]] as const);
    return Object.fromEntries([...fixed, ...own]);
  }
  if (!parameters) return fixed.length > 0 ? Object.fromEntries(fixed) : undefined;
  return { ...Object.fromEntries(fixed), ...payloadField(state, path, parameters, data) };
}
