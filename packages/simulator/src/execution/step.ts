import { bug, type JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { jsonText } from "../json/json-text.ts";
import { seededRandom } from "../json/seeded-random.ts";
import type { Program } from "../program/program.ts";
import type { Command } from "./command.ts";
import { roleArn } from "./context-object.ts";
import { type Draft, openDraft, queue } from "./draft.ts";
import { emit } from "./emit.ts";
import type { Execution, ExecutionIdentity } from "./execution.ts";
import { included } from "./history-event.ts";
import { executionSeconds } from "./limits.ts";
import type { OnEvaluation } from "./observed-evaluation.ts";
import type { Part, PartId } from "./part.ts";
import { applyPatch, type Patch } from "./patch.ts";
import { executionTimer, runUnit } from "./run-unit.ts";
import type { ServiceBehaviour } from "./service-behaviour.ts";
import type { ExecutionEvent, Unit } from "./unit.ts";

/** What a step gives: the execution as it stands now, what of it changed, and what the driver is to do. */
export interface Step extends Change {
  readonly execution: Execution;
}

/** A step without the execution that its patch leads to. */
export interface Change {
  readonly patch: Patch;
  readonly commands: readonly Command[];
  /** What it took, in order, for coverage: states entered, Choice rules, retriers and catchers. */
  readonly taken: readonly JsonPointer[];
}

/** When a step happens, and how much it may do. */
export interface StepOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Pieces of work before the step ends with a `continue` command; by default 10,000. */
  readonly most?: number;
  /** Is told of each JSONata expression that is evaluated. */
  readonly onEvaluation?: OnEvaluation | undefined;
}

/** What an execution starts with; see {@link ExecutionIdentity}. */
export type StartOptions = Partial<ExecutionIdentity> & Pick<ExecutionIdentity, "input" | "startTime">;

/** How the service behaves now. */
export const today: ServiceBehaviour = Object.freeze({ objectItems: true, redriveCount: true });

/** Pieces of work in one step. */
const mostUnits = 10_000;

/**
 * Starts an execution of `program`. Pure: the same arguments give the same step.
 *
 * @example
 * ```ts
 * const first = start(program, { input: { id: 1 }, startTime: Date.UTC(2026, 0, 1) });
 * ```
 */
export function start(
  program: Program,
  options: StartOptions,
  most?: number,
  onEvaluation?: OnEvaluation,
): Step {
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
  const draft = openDraft(program, emptyExecution(program, identity), identity.startTime, onEvaluation);
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
  return workThrough(draft, most);
}

/**
 * Takes one event, or several of the same instant, and does everything that takes no time after it.
 *
 * Pure and synchronous. An event for an id that is unknown or closed changes nothing. With no event it goes on
 * where a `continue` command left off.
 */
export function step(
  program: Program,
  execution: Execution,
  events: ExecutionEvent | readonly ExecutionEvent[],
  options: StepOptions,
): Step {
  const change = changeBy(program, execution, events, options);
  return { execution: applyPatch(execution, change.patch), ...change };
}

/** The same for who keeps the execution by applying the patches itself. */
export function changeBy(
  program: Program,
  execution: Execution,
  events: ExecutionEvent | readonly ExecutionEvent[],
  options: StepOptions,
): Change {
  if (execution.definition !== program.definition || execution.format !== 1)
    bug("another program's execution");
  const draft = openDraft(program, execution, options.now, options.onEvaluation);
  for (const event of Array.isArray(events) ? events : [events as ExecutionEvent])
    queue(draft, { kind: "event", event });
  return doWork(draft, options.most);
}

/** Does what is ready, and what follows from it at once. */
export function workThrough(draft: Draft, most?: number): Step {
  const change = doWork(draft, most);
  return { execution: applyPatch(draft.base, change.patch), ...change };
}

function doWork(draft: Draft, most: number = mostUnits): Change {
  let left = most;
  while (draft.head < draft.ready.length && left > 0 && !draft.held) {
    left -= 1;
    runNextUnit(draft);
  }
  if (draft.head < draft.ready.length && draft.status === "RUNNING" && !draft.held)
    draft.commands.push({ kind: "continue" });
  return commit(draft);
}

/** Breadth-first in order for seed 0; another seed takes any unit that is ready. What is held back stays ready. */
function runNextUnit(draft: Draft): void {
  const { ready, head, draws } = draft;
  const { seed } = draft.base.identity;
  let chosen = head;
  if (seed !== 0 && ready.length - head > 1) {
    draft.draws += 1;
    chosen += Math.floor(seededRandom(seed, draft.draws) * (ready.length - head));
    swap(ready, head, chosen);
  }
  draft.head += 1;
  runUnit(draft, ready[head] as Unit);
  if (!draft.held) return;
  swap(ready, head, chosen);
  draft.head = head;
  draft.draws = draws;
}

function swap(units: Unit[], one: number, other: number): void {
  const unit = units[one] as Unit;
  units[one] = units[other] as Unit;
  units[other] = unit;
}

function commit(draft: Draft): Change {
  const { base, output, error, cause } = draft;
  const head: Patch["head"] = {
    format: 1,
    definition: base.definition,
    identity: base.identity,
    status: draft.status === "REFUSED" ? "ABORTED" : draft.status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    eventCount: draft.eventCount,
    transitions: draft.transitions,
    draws: draft.draws,
    ready: draft.ready.slice(draft.head),
    ...unfinishedOf(draft),
  };
  const parts: Record<PartId, Part | null> = Object.create(null) as Record<PartId, Part | null>;
  for (const [id, part] of draft.changed) parts[id] = part ?? null;
  const patch: Patch = { head, parts, events: draft.events };
  return { patch, commands: draft.commands, taken: draft.taken };
}

/** What a redrive goes on with: everything as it was before the failure closed it (R-ERR-26). */
function unfinishedOf(draft: Draft): Pick<Execution, "unfinished"> {
  const { base, changed, closing, left, status, now } = draft;
  const unsuccessful = status === "FAILED" || status === "TIMED_OUT" || status === "ABORTED";
  if (!unsuccessful || base.status !== "RUNNING" || base.identity.type !== "STANDARD") return {};
  const parts: Record<PartId, Part> = Object.assign(Object.create(null) as Record<PartId, Part>, base.parts);
  for (const [id, part] of [...changed, ...(closing ?? [])]) {
    if (part === undefined) delete parts[id];
    else parts[id] = part;
  }
  return { unfinished: { endedAt: now, parts, ready: left } };
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
