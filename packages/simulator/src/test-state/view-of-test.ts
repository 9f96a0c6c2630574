import { bug } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { roleArn } from "../execution/context-object.ts";
import { openDraft } from "../execution/draft.ts";
import { taskToken } from "../execution/states/task.ts";
import { start } from "../execution/step.ts";
import type { View } from "../execution/view.ts";
import { viewOf } from "../execution/view-of-state.ts";
import { contextTime } from "../json/iso-time.ts";
import type { StatePlan } from "../program/plan.ts";
import type { Program } from "../program/program.ts";
import { loneStateName, type ReadRequest } from "./read-request.ts";
import type { TestStateRequest } from "./test-state-request.ts";

const startTime = Date.UTC(2026, 0, 1);

/** What the fields of a tested state see. */
export function viewOfTest(
  program: Program,
  plan: StatePlan,
  { context, roleArn: role }: TestStateRequest,
  { input, variables, configuration }: ReadRequest,
): View {
  const { execution } = start(program, { input, startTime, type: "EXPRESS" }, 0);
  const first = execution.parts[""];
  if (first?.kind !== "thread") return bug("an execution has no thread");
  const attempt = configuration.retrierRetryCount ?? 0;
  const thread = { ...first, state: plan.name, variables, enteredAt: startTime, attempt };
  const { identity } = execution;
  const waits = plan.type === "Task" && plan.resource.pattern === "waitForTaskToken";
  const { region, account, name, stateMachineName } = identity;
  const counted = plan.type === "Task" || plan.type === "Map" || plan.type === "Parallel";
  // As TestState shows it, whatever the state is called (R-TEST-05, recorded).
  const own: Json = {
    Execution: {
      Id: `arn:aws:states:${region}:${account}:express:${stateMachineName}:${name}`,
      Input: input,
      Name: name,
      RoleArn: role === undefined ? null : role || roleArn(identity),
      StartTime: contextTime(startTime),
    },
    StateMachine: {
      Id: `arn:aws:states:${region}:${account}:stateMachine:${stateMachineName}`,
      Name: stateMachineName,
    },
    State: {
      Name: loneStateName,
      EnteredTime: contextTime(startTime),
      ...(counted && { RetryCount: attempt }),
    },
    ...(waits && { Task: { Token: taskToken(thread, identity) } }),
  };
  return viewOf(openDraft(program, execution, startTime), thread, plan, { context: context ?? own });
}
