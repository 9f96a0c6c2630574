import type { TaskDefinition } from "@statewright/compiler";
import type { PlainSchema, Schema } from "../schema/schema.ts";
import type { Where } from "../types/options.ts";
import type { Workflow } from "../types/workflow.ts";
import { workflowTree } from "../workflow.kernel.ts";
import { taskCall, whereTemplate } from "./definition.ts";
import type { Enveloped, TaskCall } from "./task-call.ts";

/** What is known of an execution that was started and is not waited for. */
export interface StartedExecution {
  readonly ExecutionArn: string;
  readonly StartDate: unknown;
}

/** Another workflow: started, and waited for if you say so. */
export interface NestedTask<Input, Output>
  extends TaskCall<Input, StartedExecution, StartExecutionError, "started"> {
  /** Waits for its end (`.sync:2`): the result is its output. */
  sync(): TaskCall<Input, Output, StartExecutionError | "States.TaskFailed", "execution"> &
    Enveloped<"Output">;
  /** Waits until somebody hands in the task's token with a result. Put `taskToken` into the arguments. */
  waitForTaskToken<T>(result?: Schema<T> | PlainSchema): TaskCall<Input, T, StartExecutionError, "token">;
}

/** How starting an execution fails. */
export type StartExecutionError = `StepFunctions.${string}`;

/**
 * Another workflow, by the ARN of its machine: the task's arguments are its input. `.sync()` waits for its end and has
 * its output for the result; without, the execution is only started.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
 * @example
 * ```ts
 * .task("Ship", nested(shipping, param("ShippingArn")).sync())
 * // → "Resource": "arn:aws:states:::states:startExecution.sync:2",
 * //   "Arguments": { "StateMachineArn": "${ShippingArn}", "Input": "{% $states.input %}" },
 * //   "Output": "{% $states.result.Output %}"
 * ```
 */
export function nested<Input, Output>(
  workflow: Workflow<Input, Output>,
  where: Where,
): NestedTask<Input, Output> {
  const { input, output } = workflowTree(workflow);
  const start = (pattern: string): TaskDefinition => ({
    resource: `arn:aws:states:::states:startExecution${pattern}`,
    fixedArguments: { StateMachineArn: whereTemplate(where) },
    argumentsField: "Input",
    ...(input !== undefined && { argumentsSchema: input }),
  });
  return Object.freeze({
    ...taskCall<Input, StartedExecution, StartExecutionError, "started">(start("")),
    sync: () =>
      taskCall<Input, Output, StartExecutionError | "States.TaskFailed", "execution">({
        ...start(".sync:2"),
        resultField: "Output",
        ...(output !== undefined && { resultSchema: output }),
      }),
    waitForTaskToken: <T>(result?: Schema<T> | PlainSchema) =>
      taskCall<Input, T, StartExecutionError, "token">(start(".waitForTaskToken"), { result }),
  });
}
