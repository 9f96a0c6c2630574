import type { TaskDefinition, Template, Text } from "@statewright/compiler";
import { frozen } from "../chain/frozen.ts";
import { jsonSchemaOf } from "../schema/json-schema.ts";
import type { PlainSchema, Schema } from "../schema/schema.ts";
import { isParam, paramTemplate } from "../template/param.ts";
import type { AnswerBy } from "../types/called-task.kernel.ts";
import type { Where } from "../types/options.ts";
import type { TaskCall } from "./task-call.ts";

/** The schemas of a task, as the user gave them. */
export interface TaskSchemas {
  readonly arguments?: Schema<unknown> | PlainSchema | undefined;
  readonly result?: Schema<unknown> | PlainSchema | undefined;
}

/** A call with its definition and schemas; the types are the caller's word. */
export function taskCall<A, R, E extends string = never, M extends AnswerBy = "result">(
  definition: TaskDefinition,
  schemas: TaskSchemas = {},
): TaskCall<A, R, E, M> {
  const taken = jsonSchemaOf(schemas.arguments);
  const given = jsonSchemaOf(schemas.result);
  return frozen({
    definition: {
      ...definition,
      ...(taken.schema !== undefined && { argumentsSchema: taken.schema }),
      ...(given.schema !== undefined && { resultSchema: given.schema }),
    },
    problems: [taken.problem, given.problem].filter((problem) => problem !== undefined),
  });
}

/** A place as a template: for the arguments that belong to the definition. */
export function whereTemplate(where: Where): Template {
  return isParam(where) ? paramTemplate(where) : { kind: "value", value: where };
}

/** A place as the resource itself. */
export function whereText(where: Where): Text {
  return isParam(where) ? paramTemplate(where) : where;
}
