import type { Json } from "@statewright/json-types";
import { contextTime } from "../json/iso-time.ts";
import { uuidOf } from "../json/seeded-random.ts";
import type { ExecutionIdentity } from "./execution.ts";
import type { View } from "./view.ts";

/** The context object, as `$$` and `$states.context` show it, in the recorded order of keys (R-CTX-01). */
export function contextObject(view: View): Json {
  if (view.context !== undefined) return view.context;
  const { identity } = view.draft.base;
  const { thread } = view;
  const item = view.item ?? thread.item;
  const { Execution, StateMachine } = constantMembers(identity);
  const Name = thread.state;
  const EnteredTime = contextTime(thread.enteredAt);
  const State = view.retryCount ? { Name, EnteredTime, RetryCount: thread.attempt } : { Name, EnteredTime };
  if (view.token === undefined && item === undefined) return { Execution, StateMachine, State };
  return {
    Execution,
    StateMachine,
    State,
    ...(view.token !== undefined && { Task: { Token: view.token } }),
    ...(item !== undefined && { Map: { Item: { ...item } } }),
  };
}

interface ConstantMembers {
  readonly Execution: Json;
  readonly StateMachine: Json;
}

/** The members that stay the same during an execution, which every expression can see. */
const constant = new WeakMap<ExecutionIdentity, ConstantMembers>();

function constantMembers(identity: ExecutionIdentity): ConstantMembers {
  const known = constant.get(identity);
  if (known !== undefined) return known;
  const redrives = identity.service.redriveCount;
  const made: ConstantMembers = {
    Execution: {
      Id: executionArn(identity),
      Input: identity.input,
      StartTime: contextTime(identity.startTime),
      Name: identity.name,
      RoleArn: roleArn(identity),
      ...(redrives && { RedriveCount: identity.redriven?.count ?? 0 }),
      ...(identity.redriven !== undefined && { RedriveTime: contextTime(identity.redriven.time) }),
    },
    StateMachine: { Id: stateMachineArn(identity), Name: identity.stateMachineName },
  };
  constant.set(identity, made);
  return made;
}

export function executionArn(identity: ExecutionIdentity): string {
  const { region, account, stateMachineName, name, type } = identity;
  const head = `arn:aws:states:${region}:${account}`;
  if (type === "STANDARD") return `${head}:execution:${stateMachineName}:${name}`;
  return `${head}:express:${stateMachineName}:${name}:${uuidOf(`${identity.seed}:${name}`)}`;
}

export function stateMachineArn({ region, account, stateMachineName }: ExecutionIdentity): string {
  return `arn:aws:states:${region}:${account}:stateMachine:${stateMachineName}`;
}

/** The role is not known to a simulation; this one stands for it. */
export function roleArn({ account, stateMachineName }: ExecutionIdentity): string {
  return `arn:aws:iam::${account}:role/${stateMachineName}`;
}
