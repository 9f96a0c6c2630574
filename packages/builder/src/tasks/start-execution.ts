import type { PlainSchema, Schema } from "../schema/schema.ts";
import { taskCall } from "./definition.ts";
import type { StartExecutionError, StartedExecution } from "./nested.ts";
import { type CallbackTask, callbackTask } from "./service-task.ts";
import type { TaskCall } from "./task-call.ts";

/** What `states:startExecution` takes. */
export interface StartExecution<Input = unknown> {
  readonly StateMachineArn: string;
  readonly Input?: Input;
  readonly Name?: string;
  readonly TraceHeader?: string;
}

/** What `states:startExecution` says of an execution that it waited for (R-INT-09). */
export interface DescribedExecution<Output> {
  readonly ExecutionArn: string;
  readonly StateMachineArn: string;
  readonly Name: string;
  readonly Status: string;
  readonly Output: Output;
  readonly StartDate: unknown;
}

/** An execution of any machine: waited for by `.sync()` or `.sync2()`, or until somebody hands in its token. */
export interface ExecutionTask<Input>
  extends CallbackTask<StartExecution<Input>, StartedExecution, StartExecutionError> {
  /** Waits for its end; `Output` is a text of JSON. */
  sync(): TaskCall<
    StartExecution<Input>,
    DescribedExecution<string>,
    StartExecutionError | "States.TaskFailed"
  >;
  /** Waits for its end; `Output` is what the machine returned. */
  sync2<Output = unknown>(
    result?: Schema<DescribedExecution<Output>> | PlainSchema,
  ): TaskCall<StartExecution<Input>, DescribedExecution<Output>, StartExecutionError | "States.TaskFailed">;
}

/**
 * AWS Step Functions itself: starts an execution of any machine. For a workflow that is written here choose `nested`,
 * which knows its input and output.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
 * @example
 * ```ts
 * .task("Ship", states.startExecution<{ id: string }>().sync2<{ tracking: string }>())
 * .arguments({ StateMachineArn: param("ShippingArn"), Input: ({ input }) => ({ id: input.id }) })
 * // → "Resource": "arn:aws:states:::states:startExecution.sync:2"
 * ```
 */
export const states: { startExecution<Input = unknown>(): ExecutionTask<Input> } = Object.freeze({
  startExecution: <Input>() =>
    Object.freeze({
      ...callbackTask<StartExecution<Input>, StartedExecution, StartExecutionError>("states:startExecution"),
      sync: () =>
        taskCall<
          StartExecution<Input>,
          DescribedExecution<string>,
          StartExecutionError | "States.TaskFailed"
        >({ resource: "arn:aws:states:::states:startExecution.sync" }),
      sync2: <Output>(result?: Schema<DescribedExecution<Output>> | PlainSchema) =>
        taskCall<
          StartExecution<Input>,
          DescribedExecution<Output>,
          StartExecutionError | "States.TaskFailed"
        >({ resource: "arn:aws:states:::states:startExecution.sync:2" }, { result }),
    }),
});
