import type { ArnOptions } from "./arn.ts";
import { type JobTask, jobTask, serviceTask } from "./service-task.ts";
import type { TaskCall } from "./task-call.ts";

/**
 * Arguments of a {@link ServiceCall} of which nothing is said.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
export interface ServiceArguments {
  readonly [parameter: string]: unknown;
}

/**
 * An action that answers at once. Its arguments, answer and errors are what you say they are; {@link SdkArguments} and
 * {@link SdkResult} take them from the AWS SDK.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 * @example
 * ```ts
 * athena.getQueryResults<SdkArguments<Athena, "getQueryResults">, SdkResult<Athena, "getQueryResults">>()
 * ```
 */
export type ServiceCall = <A = ServiceArguments, R = unknown, E extends string = never>(
  options?: ArnOptions<A, R>,
) => TaskCall<A, R, E>;

/**
 * An action that starts a job: `.sync()` waits for its end. Its types are what you say they are, as of {@link ServiceCall}.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-sync
 * @example
 * ```ts
 * glue.startJobRun<SdkArguments<Glue, "startJobRun">>().sync(z.object({ JobRunState: z.string() }))
 * ```
 */
export type ServiceJob = <A = ServiceArguments, R = unknown, E extends string = never>(
  options?: ArnOptions<A, R>,
) => JobTask<A, R, E>;

/**
 * The actions of a service with an optimised integration: those that answer ({@link ServiceCall}), and those that start
 * a job ({@link ServiceJob}).
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
export type Service<Calls extends string, Jobs extends string = never> = {
  readonly [K in Calls]: ServiceCall;
} & { readonly [K in Jobs]: ServiceJob };

/** The calls of a service's actions, by their names. */
export function service<Calls extends string, Jobs extends string>(
  name: string,
  calls: readonly Calls[],
  jobs: readonly Jobs[],
): Service<Calls, Jobs> {
  const call =
    (action: string): ServiceCall =>
    (options = {}) =>
      serviceTask(`${name}:${action}`, options);
  const job =
    (action: string): ServiceJob =>
    (options = {}) =>
      jobTask(`${name}:${action}`, options);
  return Object.freeze({
    ...Object.fromEntries(calls.map((action) => [action, call(action)])),
    ...Object.fromEntries(jobs.map((action) => [action, job(action)])),
  }) as Service<Calls, Jobs>;
}
