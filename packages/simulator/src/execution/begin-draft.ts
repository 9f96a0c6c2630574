import type { Json } from "@statewright/json-types";
import { jsonText } from "../json/json-text.ts";
import type { Program } from "../program/program.ts";
import { roleArn } from "./context-object.ts";
import { type Draft, openDraft, queue } from "./draft.ts";
import { emit } from "./emit.ts";
import type { Execution, ExecutionIdentity } from "./execution.ts";
import { included } from "./history-event.ts";
import { executionSeconds } from "./limits.ts";
import type { OnEvaluation } from "./observed-evaluation.ts";
import type { Part, PartId } from "./part.ts";
import { executionTimer } from "./run-unit.ts";
import type { ServiceBehaviour } from "./service-behaviour.ts";

/** What an execution starts with; see {@link ExecutionIdentity}. */
export type StartOptions = Partial<ExecutionIdentity> & Pick<ExecutionIdentity, "input" | "startTime">;

/** How the service behaves now. */
export const today: ServiceBehaviour = Object.freeze({ objectItems: true, redriveCount: true });

/** A new execution with its first event, about to enter its first state. */
export function beginDraft(
  program: Program,
  options: StartOptions,
  onEvaluation?: OnEvaluation,
  live = false,
): Draft {
  const seed = options.seed ?? 0;
  const identity: ExecutionIdentity = {
    name: `execution-${seed}`,
    stateMachineName: "stateMachine",
    region: "us-east-1",
    account: "111111111111",
    type: "STANDARD",
    seed,
    service: today,
    ...options,
  };
  const draft = openDraft(program, emptyExecution(program, identity), identity.startTime, onEvaluation, live);
  emit(draft, "ExecutionStarted", 0, {
    input: jsonText(identity.input),
    inputDetails: included,
    roleArn: roleArn(identity),
  });
  const limit = executionSeconds[identity.type];
  const seconds = Math.min(program.timeoutSeconds ?? limit, limit);
  const implicit = program.timeoutSeconds === undefined ? { implicit: true as const } : {};
  draft.commands.push({
    kind: "wakeAt",
    id: executionTimer,
    time: identity.startTime + seconds * 1000,
    ...implicit,
  });
  draft.changed.set("", firstThread(program, identity));
  queue(draft, { kind: "enter", thread: "" });
  return draft;
}

function emptyExecution(program: Program, identity: ExecutionIdentity): Execution {
  return {
    format: 1,
    definition: program.definition,
    identity,
    status: "RUNNING",
    eventCount: 0,
    transitions: 0,
    draws: 0,
    ready: [],
    parts: Object.create(null) as Record<PartId, Part>,
  };
}

function firstThread(program: Program, identity: ExecutionIdentity): Part {
  const input: Json = identity.input;
  return {
    kind: "thread",
    id: "",
    index: 0,
    scope: 0,
    phase: "entering",
    state: program.scopes[0]?.startAt ?? "",
    visit: 1,
    input,
    variables: Object.create(null) as Record<string, Json>,
    ...(identity.item !== undefined && { item: identity.item }),
    last: 1,
    entered: 0,
    enteredAt: identity.startTime,
    beforeEntered: 0,
    attempt: 0,
    used: [],
  };
}
