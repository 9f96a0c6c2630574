import type { PlainSchema, Schema } from "../schema/schema.ts";
import { taskCall } from "./definition.ts";
import type { TaskCall } from "./task-call.ts";

/** An action of a service that can also wait for a callback. */
export interface CallbackTask<A, R, E extends string> extends TaskCall<A, R, E> {
  /** Waits until somebody hands in the task's token with a result. Put `taskToken` into the arguments. */
  waitForTaskToken<T>(result?: Schema<T> | PlainSchema): TaskCall<A, T, E, "token">;
}

/** What a service answers is known from its resource; only what a callback brings needs a schema. */
export function serviceTask<A, R, E extends string>(action: string): TaskCall<A, R, E> {
  return taskCall({ resource: `arn:aws:states:::${action}` });
}

export function callbackTask<A, R, E extends string>(action: string): CallbackTask<A, R, E> {
  return Object.freeze({
    ...serviceTask<A, R, E>(action),
    waitForTaskToken: <T>(result?: Schema<T> | PlainSchema) =>
      taskCall<A, T, E, "token">({ resource: `arn:aws:states:::${action}.waitForTaskToken` }, { result }),
  });
}
