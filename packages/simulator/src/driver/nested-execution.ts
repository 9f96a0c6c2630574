import type { Json } from "@statewright/json-types";
import type { CallTask, Finished } from "../execution/command.ts";
import { executionArn, stateMachineArn } from "../execution/context-object.ts";
import type { ExecutionIdentity } from "../execution/execution.ts";
import type { ExecutionEvent } from "../execution/unit.ts";
import { jsonText } from "../json/json-text.ts";
import { typeName } from "../json/json-type.ts";
import { uuidOf } from "../json/seeded-random.ts";
import type { Program } from "../program/program.ts";

/** The machines that tasks can start, by the key under which they were given. */
export type StartableMachines = ReadonlyMap<string, Program>;

/** An execution that a task starts. */
export interface NestedExecution {
  /** The key of its machine. */
  readonly machine: string;
  readonly program: Program;
  readonly identity: ExecutionIdentity;
}

/**
 * The execution that a call of `states:startExecution` starts (R-INT-09), where its machine was given by its ARN or by
 * the name in it; nothing for other calls, and for machines that are not known.
 */
export function nestedExecution(
  call: CallTask,
  machines: StartableMachines,
  parent: ExecutionIdentity,
  now: number,
): NestedExecution | undefined {
  if (machines.size === 0 || !startsExecution(call)) return undefined;
  const given = call.arguments as Readonly<Record<string, Json>>;
  const arn = given.StateMachineArn;
  if (typeof arn !== "string") return undefined;
  const stateMachineName = nameIn(arn);
  const machine = [arn, stateMachineName].find((key) => machines.has(key)) ?? "";
  const program = machines.get(machine);
  if (program === undefined) return undefined;
  const { service, region, account, seed } = parent;
  const name = typeof given.Name === "string" ? given.Name : uuidOf(`${executionArn(parent)}${call.id}`);
  return {
    machine,
    program,
    identity: {
      service,
      region,
      account,
      seed,
      name,
      stateMachineName,
      type: "STANDARD",
      startTime: now,
      input: given.Input ?? {},
    },
  };
}

function startsExecution({ resource, arguments: given }: CallTask): boolean {
  const { resourceType, resource: action } = resource;
  const isStart = /^startExecution(\.sync|\.sync:2)?$/.test(action);
  return (
    isStart && (resourceType === "states" || resourceType === "aws-sdk:sfn") && typeName(given) === "object"
  );
}

/** The machine's name in an ARN, without a version or an alias. */
function nameIn(arn: string): string {
  return arn.split(":")[6] ?? arn;
}

/** What the API answers when the execution has started. */
export function startedOutput(identity: ExecutionIdentity): Json {
  return { ExecutionArn: executionArn(identity), StartDate: identity.startTime };
}

/**
 * What a `.sync` task gets once the execution has ended: its description, with Input and Output as text for `.sync` and
 * as values for `.sync:2`; a failure has it as its cause (R-PAT-04, R-INT-09).
 */
export function endOfNested(
  call: CallTask,
  identity: ExecutionIdentity,
  { status, output, error, cause }: Finished,
  now: number,
): ExecutionEvent {
  const asText = (value: Json): Json => (call.resource.pattern === "sync:2" ? value : jsonText(value));
  const succeeded = status === "SUCCEEDED";
  const description: Json = {
    ...(cause !== undefined && { Cause: cause }),
    ...(error !== undefined && { Error: error }),
    ExecutionArn: executionArn(identity),
    Input: succeeded ? asText(identity.input) : jsonText(identity.input),
    InputDetails: { Included: true },
    Name: identity.name,
    ...(output !== undefined && { Output: asText(output), OutputDetails: { Included: true } }),
    ...(succeeded && identity.service.redriveCount && notRedrivable),
    StartDate: identity.startTime,
    StateMachineArn: stateMachineArn(identity),
    Status: status === "REFUSED" ? "FAILED" : status,
    StopDate: now,
  };
  const { id } = call;
  if (succeeded) return { kind: "taskSucceeded", id, result: description };
  return { kind: "taskFailed", id, error: "States.TaskFailed", cause: jsonText(description) };
}

const notRedrivable = {
  RedriveCount: 0,
  RedriveStatus: "NOT_REDRIVABLE",
  RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
};
