import type { PlainSchema, Schema } from "../schema/schema.ts";
import type { Where } from "../types/options.ts";
import { taskCall, whereText } from "./definition.ts";
import type { TaskCall } from "./task-call.ts";

export interface ArnOptions<A, R> {
  readonly arguments?: Schema<A> | PlainSchema;
  readonly result?: Schema<R> | PlainSchema;
}

/** Any resource by its ARN, with the types you give it: whatever has no function of its own here. */
export function arn<Arguments = unknown, Result = unknown, Errors extends string = never>(
  resource: Where,
  options: ArnOptions<Arguments, Result> = {},
): TaskCall<Arguments, Result, Errors> {
  return taskCall({ resource: whereText(resource) }, options);
}

/** An activity: work that a program of yours fetches. */
export function activity<Arguments = unknown, Result = unknown, Errors extends string = never>(
  where: Where,
  options: ArnOptions<Arguments, Result> = {},
): TaskCall<Arguments, Result, Errors> {
  return taskCall({ resource: whereText(where) }, options);
}
