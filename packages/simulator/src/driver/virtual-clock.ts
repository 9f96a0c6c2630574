import { bug, type Diagnostic, type JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Answer, Responder } from "../calls/answer.ts";
import { endless, unsupported } from "../diagnostics/refusals.ts";
import { unreadItems } from "../diagnostics/unread-items.ts";
import type { CallTask, Command, Finished, ReadItems, WriteObjects } from "../execution/command.ts";
import { executionArn } from "../execution/context-object.ts";
import type { ExecutionIdentity } from "../execution/execution.ts";
import type { HistoryEvent } from "../execution/history-event.ts";
import type { OnEvaluation } from "../execution/observed-evaluation.ts";
import { takePatch } from "../execution/patch.ts";
import { changeBy, type Step, start } from "../execution/step.ts";
import type { ExecutionEvent } from "../execution/unit.ts";
import { hashText, seededRandom } from "../json/seeded-random.ts";
import type { Program } from "../program/program.ts";
import { readItems } from "../readers/read-items.ts";
import type { ReaderObjects } from "../readers/reader-object.ts";
import { cancelRun, cancelVisit, closeAgenda, schedule, takeNext } from "./agenda.ts";
import { type Clock, newClock, type Running, type Unsettled, unsettled } from "./clock.ts";
import type { Due, DueEvent } from "./due.ts";
import {
  endOfNested,
  type NestedExecution,
  nestedExecution,
  type StartableMachines,
  startedOutput,
} from "./nested-execution.ts";
import { noteOtherExecution } from "./other-executions.ts";
import { type Pace, waitForNext } from "./pace.ts";
import { type Send, taskTimedOut, taskToken } from "./task-tokens.ts";

/** How a run on the virtual clock ended. */
export interface ClockRun {
  /** Absent when it was stopped, or nothing was left that could happen: somebody has to call back. */
  readonly finished?: Finished;
  /** Where it was stopped; `input` is that of the state of `until`. */
  readonly stopped?: { readonly input: Json };
  readonly clock: Clock;
  readonly events: readonly HistoryEvent[];
  readonly transitions: number;
  /** How often each place was taken, children included. */
  readonly taken: ReadonlyMap<JsonPointer, number>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Calls that nobody answered. */
  readonly waiting: readonly CallTask[];
}

/** Transitions without any time passing after which an execution counts as endless. */
const mostTransitionsAtOnce = 1_000_000;

/** How far a run on the virtual clock goes. */
export interface ClockLimits {
  /** Stop when this many instants were handed in. */
  readonly steps?: number | undefined;
  readonly mostStill?: number | undefined;
  /** Without it no time is waited for. */
  readonly pace?: Pace | undefined;
}

/** What stands outside of the execution. */
export interface ClockWorld {
  readonly readers?: ReaderObjects;
  readonly machines?: StartableMachines;
  /** Is told of each JSONata expression that is evaluated. */
  readonly onEvaluation?: OnEvaluation | undefined;
}

/** Runs `program` from its start; a wait of a year takes no longer than one of a second. */
export function runOnVirtualClock(
  program: Program,
  identity: ExecutionIdentity,
  responder: Responder,
  unanswered: (call: CallTask) => Diagnostic,
  { readers = {}, machines, onEvaluation, ...limits }: ClockLimits & ClockWorld = {},
): Promise<ClockRun> {
  const clock = newClock(identity.startTime, responder, unanswered, readers, machines, onEvaluation);
  begin(clock, program, identity);
  return runOn(clock, limits);
}

/** Runs a clock that was saved; what could be done at once when it stopped is done first. */
export function resumeOnVirtualClock(clock: Clock, limits: ClockLimits = {}): Promise<ClockRun> {
  const later = clock.ready.splice(0);
  if (clock.running.get(0)?.execution.ready.length !== 0) advance(clock, 0, []);
  clock.ready.push(...later);
  return runOn(clock, limits);
}

/** Goes on with the execution of a clock that was saved when it had ended, at `now`. */
export function redriveOnVirtualClock(
  clock: Clock,
  redriven: Step,
  now: number,
  limits: ClockLimits = {},
): Promise<ClockRun> {
  const root = clock.running.get(0) ?? bug("a run without an execution");
  root.execution = redriven.execution;
  clock.now = now;
  clock.still = 0;
  clock.ready.push(unsettled(0, redriven));
  return runOn(clock, limits);
}

async function runOn(
  clock: Clock,
  { steps, mostStill = mostTransitionsAtOnce, pace }: ClockLimits,
): Promise<ClockRun> {
  const root = clock.running.get(0);
  const last = steps === undefined ? undefined : clock.steps + steps;
  while (clock.finished === undefined) {
    if (clock.held === undefined) settleCommands(clock, mostStill);
    if (clock.pending.length > 0) {
      await Promise.all(clock.pending.splice(0));
      continue;
    }
    if (clock.finished !== undefined || clock.held !== undefined) break;
    if (clock.agenda.explicit === 0 || clock.steps === last) break;
    if (pace !== undefined && !(await waitForNext(clock, pace))) break;
    deliver(clock, root?.execution.identity.seed ?? 0);
  }
  const stopped = clock.finished === undefined && (clock.held !== undefined || clock.agenda.explicit > 0);
  clock.over = true;
  if (!stopped) closeAgenda(clock.agenda);
  const waiting = [...clock.running.values()].flatMap(({ calls }) => [...calls.values()]);
  return {
    ...(clock.finished !== undefined && { finished: clock.finished }),
    ...(stopped && { stopped: { input: clock.held?.input ?? null } }),
    clock,
    events: clock.events,
    taken: clock.taken,
    transitions: root?.execution.transitions ?? 0,
    now: clock.now,
    waiting: clock.finished === undefined && !stopped ? waiting : [],
  };
}

/** Which events of one instant come now: all of them, but for other seeds any of them. */
function keeps(clock: Clock, seed: number): () => boolean {
  return () => {
    if (seed === 0) return true;
    clock.draws += 1;
    return seededRandom(hashText("deliver", seed), clock.draws) < 0.5;
  };
}

function begin(
  clock: Clock,
  program: Program,
  identity: ExecutionIdentity,
  { parent, machine, startedBy }: Pick<Running, "parent" | "machine" | "startedBy"> = {},
): number {
  const run = clock.runs;
  clock.runs += 1;
  const first = start(program, identity, undefined, observerOf(clock, machine));
  clock.still += first.execution.transitions;
  clock.running.set(run, {
    program,
    execution: first.execution,
    calls: new Map(),
    children: new Map(),
    ...(parent && { parent }),
    ...(machine !== undefined && { machine }),
    ...(startedBy && { startedBy }),
  });
  if (parent !== undefined) clock.running.get(parent.run)?.children.set(parent.id, run);
  clock.ready.push(unsettled(run, first));
  return run;
}

/** Of an execution of another machine it is said which one. */
function observerOf({ onEvaluation }: Clock, machine: string | undefined): OnEvaluation | undefined {
  if (onEvaluation === undefined || machine === undefined) return onEvaluation;
  return (evaluation) => onEvaluation({ ...evaluation, machine });
}

/** Hands in what happens next. */
function deliver(clock: Clock, seed: number): void {
  clock.steps += 1;
  const batch = takeNext(clock.agenda, keeps(clock, seed));
  const time = batch[0]?.time ?? clock.now;
  if (time > clock.now) {
    clock.now = time;
    clock.still = 0;
  }
  const byRun = new Map<number, ExecutionEvent[]>();
  for (const due of batch) {
    if (!isWanted(clock, due)) continue;
    const events = byRun.get(due.run);
    if (events === undefined) byRun.set(due.run, [due.event]);
    else events.push(due.event);
  }
  for (const [run, events] of byRun) advance(clock, run, events);
}

/** Whether a call still waits for this: its first answer or its time running out closes it. */
function isWanted(clock: Clock, { run, event, sending }: Due): boolean {
  const calls = clock.running.get(run)?.calls;
  switch (event.kind) {
    case "timer":
      if (/!(timeout|heartbeat)$/.test(event.id)) calls?.delete(event.id.slice(0, event.id.lastIndexOf("!")));
      return true;
    case "taskSucceeded":
    case "taskFailed":
      if (calls?.delete(event.id)) return true;
      break;
    case "heartbeat":
      if (calls?.has(event.id)) return true;
      break;
    default:
      return true;
  }
  if (sending !== undefined) sending.refused = taskTimedOut;
  return false;
}

function advance(clock: Clock, run: number, events: readonly ExecutionEvent[]): void {
  const running = clock.running.get(run);
  if (running === undefined) return;
  const { program, execution, machine } = running;
  const next = changeBy(program, execution, events, {
    now: clock.now,
    onEvaluation: observerOf(clock, machine),
  });
  clock.still += next.patch.head.transitions - execution.transitions;
  running.execution = takePatch(execution, next.patch);
  clock.ready.push(unsettled(run, next));
}

/** Carries out the commands of the steps just taken, and of the steps that follow from them at once. */
function settleCommands(clock: Clock, mostStill: number): void {
  for (let at = 0; at < clock.ready.length; at += 1) {
    const next = clock.ready[at] as Unsettled;
    noteStep(clock, next);
    for (const command of next.commands) carryOut(clock, next.run, command, mostStill);
    if (clock.finished !== undefined) return;
    if (clock.held !== undefined) {
      // What children did at this instant comes after what is held back, as it would have without the stop.
      clock.ready.splice(0, at + 1);
      return;
    }
  }
  clock.ready.length = 0;
}

/** The events and the places of another machine are not the run's own; events of children are in no history. */
function noteStep(clock: Clock, { run, taken, events }: Unsettled): void {
  if (run === 0) for (const event of events) clock.events.push(event);
  if (clock.running.get(run)?.machine === undefined) {
    for (const place of taken) clock.taken.set(place, (clock.taken.get(place) ?? 0) + 1);
    return;
  }
  clock.started.get(run)?.events.push(...events);
}

function carryOut(clock: Clock, run: number, command: Command, mostStill: number): void {
  switch (command.kind) {
    case "callTask":
      call(clock, run, command, mostStill);
      return;
    case "startChild":
      begin(clock, command.program, command.identity, {
        parent: { run, id: command.id },
        ...inMachine(clock, run),
      });
      return;
    case "readItems":
      read(clock, run, command);
      return;
    case "writeObjects":
      write(clock, run, command);
      return;
    case "mapRunEnded":
      clock.mapRuns.push(command.mapRun);
      return;
    case "wakeAt": {
      const event = { kind: "timer", id: command.id } as const;
      const time = Math.max(command.time, clock.now);
      schedule(clock.agenda, { run, time, tier: 0, event, implicit: command.implicit === true });
      return;
    }
    case "cancel":
      cancel(clock, run, command.id);
      return;
    case "held":
      clock.held = { input: command.input };
      return;
    case "continue":
      if (clock.still < mostStill) {
        advance(clock, run, []);
        return;
      }
      refuse(clock, endless.at({}, { transitions: clock.still, state: stateOf(clock, run) }));
      return;
    case "finished":
      end(clock, run, command);
      return;
  }
}

/** S3 answers at once; what was written can be read from then on. */
function write(clock: Clock, run: number, { id, objects }: WriteObjects): void {
  for (const { address, text } of objects) clock.written.set(address, text);
  const event = { kind: "resultsWritten", id } as const;
  schedule(clock.agenda, { run, time: clock.now, tier: 0, event, implicit: false });
}

function objectsOf({ readers, written }: Clock): ReaderObjects {
  if (written.size === 0) return readers;
  return { ...readers, ...Object.fromEntries([...written].map(([address, text]) => [address, { text }])) };
}

function read(clock: Clock, run: number, command: ReadItems): void {
  const { id } = command;
  const found = readItems(command, objectsOf(clock));
  if (found.kind === "absent" || found.kind === "refused") {
    refuse(clock, unreadItems(command, found));
    return;
  }
  const event =
    found.kind === "read"
      ? ({ kind: "itemsRead", id, value: found.value, source: found.source } as const)
      : ({ kind: "readFailed", id, error: found.error, cause: found.cause } as const);
  schedule(clock.agenda, { run, time: clock.now, tier: 0, event, implicit: false });
}

function call(clock: Clock, run: number, command: CallTask, mostStill: number): void {
  const running = clock.running.get(run);
  if (running === undefined) return;
  running.calls.set(command.id, command);
  if (clock.still > mostStill) {
    refuse(clock, endless.at({}, { transitions: clock.still, state: command.state }));
    return;
  }
  const nested = nestedExecution(command, clock.machines, running.execution.identity, clock.now);
  if (nested !== undefined) {
    startNested(clock, run, command, nested);
    return;
  }
  const token =
    command.token === undefined
      ? undefined
      : taskToken(command.token, command.id, sender(clock, run, command.id));
  const answer = clock.responder({ ...command, ...inMachine(clock, run) }, token);
  if (answer instanceof Promise) {
    clock.pending.push(answer.then((value) => take(clock, run, command, value)));
  } else take(clock, run, command, answer);
}

function inMachine(clock: Clock, run: number): Pick<Running, "machine"> {
  const machine = clock.running.get(run)?.machine;
  return machine === undefined ? {} : { machine };
}

/** Executions that tasks start in one run: a machine that starts itself has no end. */
const mostStarted = 1000;

/** A `.sync` task waits for the execution, and takes it along when it is cancelled; any other one goes on. */
function startNested(clock: Clock, run: number, call: CallTask, nested: NestedExecution): void {
  const { machine, program, identity } = nested;
  if (clock.started.size >= mostStarted) {
    const what = `more than ${mostStarted} executions that tasks start`;
    refuse(clock, unsupported.at({ state: call.state, pointer: call.pointer }, { state: call.state, what }));
    return;
  }
  const output = startedOutput(identity);
  const waits = call.resource.pattern !== "requestResponse";
  const event: DueEvent = waits
    ? { kind: "taskSubmitted", id: call.id, output }
    : { kind: "taskSucceeded", id: call.id, result: output };
  schedule(clock.agenda, { run, time: clock.now, tier: 0, event, implicit: false });
  const parent = { run, id: call.id };
  const child = begin(clock, program, identity, { machine, ...(waits && { parent, startedBy: call }) });
  const arn = executionArn(identity);
  // Its first events are noted when the step it began with is settled.
  clock.started.set(child, { machine, executionArn: arn, status: "RUNNING", events: [] });
}

function sender(clock: Clock, run: number, id: string): Send {
  return (event, afterSeconds, sending) => {
    if (clock.over || !clock.running.get(run)?.calls.has(id)) return false;
    const time = clock.now + afterSeconds * 1000;
    schedule(clock.agenda, { run, time, tier: 1, event, implicit: false, sending });
    return true;
  };
}

function take(clock: Clock, run: number, command: CallTask, answer: Answer | undefined): void {
  if (answer === undefined) {
    refuse(clock, clock.unanswered(command));
    return;
  }
  const { id } = command;
  if (!clock.running.get(run)?.calls.has(id)) return;
  if (answer.refused !== undefined) {
    refuse(clock, answer.refused);
    return;
  }
  const { submitted, outcome, taken } = answer;
  const isActivity = command.resource.kind === "activity";
  const before = isActivity ? (taken?.afterSeconds ?? 0) : (submitted?.afterSeconds ?? 0);
  const time = clock.now + before * 1000;
  if (isActivity) {
    const by = taken?.workerName === undefined ? {} : { workerName: taken.workerName };
    schedule(clock.agenda, { run, time, tier: 0, event: { kind: "taskTaken", id, ...by }, implicit: false });
  }
  if (submitted !== undefined) {
    const event = { kind: "taskSubmitted", id, output: submitted.output } as const;
    schedule(clock.agenda, { run, time, tier: 0, event, implicit: false });
  }
  if (outcome === undefined) return;
  const { result, error, cause, afterSeconds } = outcome;
  const failed = error !== undefined || outcome.failed === true;
  schedule(clock.agenda, {
    run,
    time: time + afterSeconds * 1000,
    tier: submitted === undefined && !isActivity ? 0 : 1,
    event: failed
      ? {
          kind: "taskFailed",
          id,
          ...(error !== undefined && { error }),
          ...(cause !== undefined && { cause }),
        }
      : { kind: "taskSucceeded", id, result: result ?? null },
    implicit: false,
  });
}

function cancel(clock: Clock, run: number, id: string): void {
  cancelVisit(clock.agenda, run, id);
  const running = clock.running.get(run);
  running?.calls.delete(id);
  for (const [child, childRun] of running?.children ?? [])
    if (child === id || child.startsWith(`${id}/`)) close(clock, childRun);
}

/** Forgets an execution and the children it still has. */
function close(clock: Clock, run: number): void {
  const running = clock.running.get(run);
  if (running !== undefined && run !== 0) noteOtherExecution(clock, running);
  cancelRun(clock.agenda, run);
  clock.running.delete(run);
  if (running?.parent !== undefined)
    clock.running.get(running.parent.run)?.children.delete(running.parent.id);
  for (const child of running?.children.values() ?? []) close(clock, child);
}

function end(clock: Clock, run: number, finished: Finished): void {
  const running = clock.running.get(run);
  if (running === undefined) return; // it was closed before its end was carried out
  const { parent, startedBy, execution } = running;
  if (run === 0 || finished.status === "REFUSED") {
    clock.finished = finished;
    return;
  }
  noteEnd(clock, run, finished);
  close(clock, run);
  if (parent === undefined) return;
  if (startedBy !== undefined) {
    const event = endOfNested(startedBy, execution.identity, finished, clock.now) as DueEvent;
    schedule(clock.agenda, { run: parent.run, time: clock.now, tier: 1, event, implicit: false });
    return;
  }
  const { output, error, cause, status } = finished;
  const event = {
    kind: "childFinished",
    id: parent.id,
    status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  } as const;
  schedule(clock.agenda, { run: parent.run, time: clock.now, tier: 0, event, implicit: false });
}

/** How an execution ended that a task had started. */
function noteEnd(clock: Clock, run: number, { status, output, error, cause }: Finished): void {
  const started = clock.started.get(run);
  if (started === undefined || status === "REFUSED") return;
  clock.started.set(run, {
    ...started,
    status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  });
}

function refuse(clock: Clock, diagnostic: Diagnostic): void {
  clock.finished ??= { kind: "finished", status: "REFUSED", diagnostics: [diagnostic] };
}

function stateOf(clock: Clock, run: number): string {
  const part = clock.running.get(run)?.execution.parts[""];
  return part?.kind === "thread" ? part.state : "";
}
