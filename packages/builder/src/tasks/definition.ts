import type { TaskDefinition, Template, Text } from "@statewright/compiler";
import type { JsonSchema } from "@statewright/json-types";
import { jsonSchemaOf } from "../schema/json-schema.ts";
import type { PlainSchema, Schema } from "../schema/schema.ts";
import { isParam } from "../template/param.ts";
import type { Where } from "../types/options.ts";
import type { TaskCall } from "./task-call.ts";

/** A call with its definition; the types are the caller's word. */
export function taskCall<A, R, E extends string = never>(definition: TaskDefinition): TaskCall<A, R, E> {
  return Object.freeze({ definition: Object.freeze(definition) });
}

/** A place as a template: for the arguments that belong to the definition. */
export function whereTemplate(where: Where): Template {
  return isParam(where) ? where : { kind: "value", value: where };
}

export function whereText(where: Where): Text {
  return where;
}

/** Schemas of a task, as the definition holds them. */
export function schemaFields(schemas: {
  readonly arguments?: Schema<unknown> | PlainSchema | undefined;
  readonly result?: Schema<unknown> | PlainSchema | undefined;
}): { readonly argumentsSchema?: JsonSchema; readonly resultSchema?: JsonSchema } {
  const taken = jsonSchemaOf(schemas.arguments).schema;
  const given = jsonSchemaOf(schemas.result).schema;
  return {
    ...(taken !== undefined && { argumentsSchema: taken }),
    ...(given !== undefined && { resultSchema: given }),
  };
}
