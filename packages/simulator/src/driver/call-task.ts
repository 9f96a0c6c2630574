import type { Answer } from "../calls/answer.ts";
import { endless, unsupported } from "../diagnostics/refusals.ts";
import type { CallTask } from "../execution/command.ts";
import { executionArn } from "../execution/context-object.ts";
import { begin } from "./advance.ts";
import { schedule } from "./agenda.ts";
import { type Clock, refuse } from "./clock.ts";
import type { DueEvent } from "./due.ts";
import { type NestedExecution, nestedExecution, startedOutput } from "./nested-execution.ts";
import { type Send, taskToken } from "./task-tokens.ts";

/** Asks for the answer of a call, or starts the execution that it asks for. */
export function call(clock: Clock, run: number, command: CallTask, mostStill: number): void {
  const running = clock.running.get(run);
  if (running === undefined) return;
  running.calls.set(command.id, command);
  if (clock.still > mostStill) {
    refuse(clock, endless.at({}, { transitions: clock.still, state: command.state }));
    return;
  }
  const nested = nestedExecution(command, clock.machines, running.live.base.identity, clock.now);
  if (nested !== undefined) {
    startNested(clock, run, command, nested);
    return;
  }
  const token =
    command.token === undefined
      ? undefined
      : taskToken(command.token, command.id, sender(clock, run, command.id));
  const { machine } = running;
  const answer = clock.responder(machine === undefined ? command : { ...command, machine }, token);
  if (answer instanceof Promise) {
    clock.pending.push(answer.then((value) => take(clock, run, command, value)));
  } else take(clock, run, command, answer);
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
