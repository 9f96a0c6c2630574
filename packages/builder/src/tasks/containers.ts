import { type CallbackTask, callbackTask, type JobTask, jobTask } from "./service-task.ts";

/** What `ecs:runTask` takes: the parameters of the API, in PascalCase. */
export interface RunTask {
  readonly TaskDefinition: string;
  readonly Cluster?: string;
  readonly LaunchType?: "EC2" | "FARGATE" | "EXTERNAL";
  readonly CapacityProviderStrategy?: unknown;
  readonly Count?: number;
  readonly EnableECSManagedTags?: boolean;
  readonly EnableExecuteCommand?: boolean;
  readonly Group?: string;
  readonly NetworkConfiguration?: unknown;
  readonly Overrides?: unknown;
  readonly PlacementConstraints?: unknown;
  readonly PlacementStrategy?: unknown;
  readonly PlatformVersion?: string;
  readonly PropagateTags?: string;
  readonly ReferenceId?: string;
  readonly StartedBy?: string;
  readonly Tags?: unknown;
  readonly VolumeConfigurations?: unknown;
}

/** What `ecs:runTask` answers at once. With `.sync()` the result is the one task. */
export interface RunTaskResult {
  readonly Tasks?: readonly { readonly [field: string]: unknown }[];
  readonly Failures?: readonly { readonly [field: string]: unknown }[];
}

type EcsError = `ECS.${string}`;

/** A task of Amazon ECS: waited for by `.sync()`, or until it hands in its token. */
export type EcsTask = JobTask<RunTask, RunTaskResult, EcsError> &
  CallbackTask<RunTask, RunTaskResult, EcsError>;

/**
 * Amazon ECS and Fargate.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
 * @example
 * ```ts
 * .task("Crunch", ecs.runTask().sync())
 * .arguments({ TaskDefinition: param("CrunchTask"), Cluster: param("Cluster"), LaunchType: "FARGATE" })
 * // → "Resource": "arn:aws:states:::ecs:runTask.sync"
 * ```
 */
export const ecs: { runTask(): EcsTask } = Object.freeze({
  runTask: () =>
    Object.freeze({
      ...jobTask<RunTask, RunTaskResult, EcsError>("ecs:runTask"),
      waitForTaskToken: callbackTask<RunTask, RunTaskResult, EcsError>("ecs:runTask").waitForTaskToken,
    }),
});
