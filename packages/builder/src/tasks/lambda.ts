import type { TaskDefinition } from "@statewright/compiler";
import type { PlainSchema, Schema } from "../schema/schema.ts";
import type { JsonOf, JsonResult } from "../types/json-of.ts";
import type { LambdaError, Retrier, Where } from "../types/options.ts";
import { taskCall, whereTemplate, whereText } from "./definition.ts";
import type { Enveloped, TaskCall } from "./task-call.ts";

type Handler = (...args: never) => unknown;

/** What a function takes; nothing known where it declares no parameter. */
type EventOf<H extends Handler> = Parameters<H> extends [] ? unknown : JsonOf<Parameters<H>[0]>;
type ResultOf<H extends Handler> = JsonResult<Awaited<ReturnType<H>>>;

/** What is known of a function beside its types, which end when the program is compiled. */
export interface LambdaOptions<A, R, E extends string> {
  /** A schema of the event; the checker sees wrong arguments with it. */
  readonly arguments?: Schema<A> | PlainSchema;
  /** A schema of the result; the checker sees through the task with it, and expressions become short. */
  readonly result?: Schema<R> | PlainSchema;
  /** The declared errors, for the types file. */
  readonly errors?: readonly E[];
  /** A version or alias. */
  readonly qualifier?: Where;
}

/** A function called through `lambda:invoke`. */
export interface LambdaTask<A, R, E extends string>
  extends TaskCall<A, R, E | LambdaError>,
    Enveloped<"Payload"> {
  /** Waits until somebody hands in the task's token with a result. Put `taskToken` into the arguments. */
  waitForTaskToken<T>(result?: Schema<T> | PlainSchema): TaskCall<A, T, E | LambdaError, "token">;
}

/**
 * A Lambda function, called through the optimised integration `lambda:invoke`. Its types come from the handler by
 * `import type`; arguments and result are the handler's own, the envelope around them is not seen.
 *
 * @example
 * ```ts
 * lambda<typeof charge, "CardDeclined">(param("ChargeArn"), { result: Payment });
 * // → "Resource": "arn:aws:states:::lambda:invoke",
 * //   "Arguments": { "FunctionName": "${ChargeArn}", "Payload": … }
 * ```
 */
export function lambda<H extends Handler, E extends string = never>(
  where: Where,
  options: LambdaOptions<EventOf<H>, ResultOf<H>, E> = {},
): LambdaTask<EventOf<H>, ResultOf<H>, E> {
  const { qualifier, errors } = options;
  const resource = "arn:aws:states:::lambda:invoke";
  const shared: Omit<TaskDefinition, "resource"> = {
    fixedArguments: {
      FunctionName: whereTemplate(where),
      ...(qualifier !== undefined && { Qualifier: whereTemplate(qualifier) }),
    },
    argumentsField: "Payload",
    ...(errors && { errors }),
  };
  return Object.freeze({
    ...taskCall<EventOf<H>, ResultOf<H>, E | LambdaError>(
      { resource, ...shared, resultField: "Payload" },
      options,
    ),
    waitForTaskToken: <T>(result?: Schema<T> | PlainSchema) =>
      taskCall<EventOf<H>, T, E | LambdaError, "token">(
        { resource: `${resource}.waitForTaskToken`, ...shared },
        { arguments: options.arguments, result },
      ),
  });
}

/** A Lambda function called by its own ARN, the older form: arguments and result stand without an envelope. */
export function lambdaArn<H extends Handler, E extends string = never>(
  where: Where,
  options: Omit<LambdaOptions<EventOf<H>, ResultOf<H>, E>, "qualifier"> = {},
): TaskCall<EventOf<H>, ResultOf<H>, E | LambdaError> {
  const { errors } = options;
  return taskCall({ resource: whereText(where), ...(errors && { errors }) }, options);
}

/** The retry that AWS recommends for transient errors of Lambda: `.retry(lambdaDefaults)`. */
export const lambdaDefaults: Retrier<LambdaError> = Object.freeze({
  errorEquals: Object.freeze([
    "Lambda.ClientExecutionTimeoutException",
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.TooManyRequestsException",
  ] as const),
  intervalSeconds: 1,
  maxAttempts: 3,
  backoffRate: 2,
  jitterStrategy: "FULL",
});
