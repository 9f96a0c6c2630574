import type { Where } from "../types/options.ts";
import type { Workflow } from "../types/workflow.ts";
import { workflowTree } from "../workflow.kernel.ts";
import { taskCall, whereTemplate } from "./definition.ts";
import type { TaskCall } from "./task-call.ts";

/** Another workflow, started and waited for (`states:startExecution.sync:2`): its input and output are the task's. */
export function nested<Input, Output>(
  workflow: Workflow<Input, Output>,
  where: Where,
): TaskCall<Input, Output, "States.TaskFailed", "execution"> {
  const { input, output } = workflowTree(workflow);
  return taskCall({
    resource: "arn:aws:states:::states:startExecution.sync:2",
    fixedArguments: { StateMachineArn: whereTemplate(where) },
    argumentsField: "Input",
    resultField: "Output",
    ...(input !== undefined && { argumentsSchema: input }),
    ...(output !== undefined && { resultSchema: output }),
  });
}
