import type { PlainSchema, Schema } from "../schema/schema.ts";
import { type TaskSchemas, taskCall } from "./definition.ts";
import type { TaskCall } from "./task-call.ts";

/** An action of a service that can also wait for a callback. */
export interface CallbackTask<A, R, E extends string> extends TaskCall<A, R, E> {
  /** Waits until somebody hands in the task's token with a result. Put `taskToken` into the arguments. */
  waitForTaskToken<T>(result?: Schema<T> | PlainSchema): TaskCall<A, T, E, "token">;
}

/** An action of a service that starts a job, and can also wait for its end. */
export interface JobTask<A, R, E extends string> extends TaskCall<A, R, E> {
  /** Waits for the job's end: the result is what the service says of the job. */
  sync<T = unknown>(result?: Schema<T> | PlainSchema): TaskCall<A, T, E | "States.TaskFailed">;
}

/** What a service answers is known from its resource; only what a callback or a job brings needs a schema. */
export function serviceTask<A, R, E extends string>(
  action: string,
  schemas: TaskSchemas = {},
): TaskCall<A, R, E> {
  return taskCall({ resource: `arn:aws:states:::${action}` }, schemas);
}

export function callbackTask<A, R, E extends string>(
  action: string,
  schemas: TaskSchemas = {},
): CallbackTask<A, R, E> {
  return Object.freeze({
    ...serviceTask<A, R, E>(action, schemas),
    waitForTaskToken: <T>(result?: Schema<T> | PlainSchema) =>
      taskCall<A, T, E, "token">(
        { resource: `arn:aws:states:::${action}.waitForTaskToken` },
        { arguments: schemas.arguments, result },
      ),
  });
}

export function jobTask<A, R, E extends string>(
  action: string,
  schemas: TaskSchemas = {},
  pattern = "sync",
): JobTask<A, R, E> {
  return Object.freeze({
    ...serviceTask<A, R, E>(action, schemas),
    sync: <T>(result?: Schema<T> | PlainSchema) =>
      taskCall<A, T, E | "States.TaskFailed">(
        { resource: `arn:aws:states:::${action}.${pattern}` },
        { arguments: schemas.arguments, result },
      ),
  });
}
