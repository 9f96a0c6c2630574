import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type RandomStates, randomStates } from "../../test/random-machine.ts";
import { lambdaTask, machineOf } from "../../test/run-states.ts";
import type { Answer } from "../calls/answer.ts";
import { simulate } from "../driver/simulate.ts";
import { hashText } from "../json/seeded-random.ts";
import { prepare } from "../program/prepare.ts";
import type { Program } from "../program/program.ts";
import type { CallTask, Command } from "./command.ts";
import type { Execution } from "./execution.ts";
import type { HistoryEvent } from "./history-event.ts";
import { applyPatch } from "./patch.ts";
import { type Step, start, step } from "./step.ts";
import type { ExecutionEvent } from "./unit.ts";

const numRuns = process.env.STATEWRIGHT_DEEP === undefined ? 100 : 3_000;
const parameters = { numRuns, seed: 20261121 };
vi.setConfig({ testTimeout: 3_600_000 });
const startTime = Date.UTC(2026, 0, 1);

/** Answers every call the same way in every run: by its id. */
function answer(call: CallTask): Answer {
  const hash = hashText(call.id);
  const afterSeconds = hash % 30;
  if (hash % 5 === 0)
    return { outcome: { afterSeconds, error: hash % 2 === 0 ? "Weak" : "Strong", cause: call.id } };
  return { outcome: { afterSeconds, result: { id: call.id } } };
}

function programOf(states: RandomStates): Program {
  const { program, diagnostics } = prepare(machineOf(states));
  if (program === undefined) throw new Error(JSON.stringify(diagnostics));
  return program;
}

interface Resumed {
  readonly execution: Execution;
  readonly events: readonly HistoryEvent[];
}

/** A driver that does one piece of work a step, and stores and reads the execution after each. */
function runStoredAfterEachStep(program: Program, seed: number): Resumed {
  const events: HistoryEvent[] = [];
  let due: {
    readonly time: number;
    readonly order: number;
    readonly event: ExecutionEvent & { readonly id: string };
  }[] = [];
  let now = startTime;
  let order = 0;
  let more = false;
  const identity = { input: {}, startTime, seed };
  const take = (before: Execution | undefined, next: Step): Execution => {
    if (before !== undefined) expect(applyPatch(before, next.patch)).toEqual(next.execution);
    events.push(...next.patch.events);
    more = false;
    for (const command of next.commands) carryOut(command);
    return JSON.parse(JSON.stringify(next.execution)) as Execution;
  };
  const carryOut = (command: Command): void => {
    if (command.kind === "continue") more = true;
    if (command.kind === "cancel") due = due.filter(({ event }) => event.id.split("!")[0] !== command.id);
    if (command.kind === "wakeAt") add(command.time, { kind: "timer", id: command.id });
    if (command.kind !== "callTask") return;
    const { id } = command;
    const { afterSeconds = 0, result, error, cause } = answer(command).outcome ?? {};
    const why = { error: error ?? "", cause: cause ?? "" };
    add(
      now + afterSeconds * 1000,
      error === undefined
        ? { kind: "taskSucceeded", id, result: result ?? null }
        : { kind: "taskFailed", id, ...why },
    );
  };
  const add = (time: number, event: ExecutionEvent & { readonly id: string }): void => {
    order += 1;
    due.push({ time, order, event });
  };
  let execution = take(undefined, start(program, identity, 1));
  while (execution.status === "RUNNING") {
    if (more) execution = take(execution, step(program, execution, [], { now, most: 1 }));
    else {
      due.sort((left, right) => left.time - right.time || left.order - right.order);
      now = due[0]?.time ?? now;
      const batch = due.filter(({ time }) => time === now);
      due = due.filter(({ time }) => time !== now);
      execution = take(
        execution,
        step(
          program,
          execution,
          batch.map(({ event }) => event),
          { now, most: 1 },
        ),
      );
    }
  }
  return { execution, events };
}

describe("laws", () => {
  test("stored and resumed after every step, an execution ends the same, event for event", async () => {
    await fc.assert(
      fc.asyncProperty(randomStates, async (states) => {
        const whole = await simulate(machineOf(states), { responder: answer });
        const resumed = runStoredAfterEachStep(programOf(states), 0);
        expect(resumed.events).toEqual(whole.events);
        expect(resumed.execution.status).toBe(whole.status);
        expect(resumed.execution.output ?? null).toEqual(whole.output);
        expect(resumed.execution.parts).toEqual({});
      }),
      parameters,
    );
  });

  test("the same seed gives the same history", async () => {
    await fc.assert(
      fc.asyncProperty(randomStates, fc.integer(), async (states, seed) => {
        const machine = machineOf(states);
        const first = await simulate(machine, { responder: answer, seed });
        expect(await simulate(machine, { responder: answer, seed })).toEqual(first);
      }),
      parameters,
    );
  });

  test("where nothing fails, every order of work ends the same", async () => {
    const succeed = (call: CallTask): Answer => ({
      outcome: { afterSeconds: hashText(call.id) % 10, result: call.state },
    });
    await fc.assert(
      fc.asyncProperty(randomStates, fc.integer({ min: 1 }), async (states, seed) => {
        const machine = machineOf(states);
        const inOrder = await simulate(machine, { responder: succeed });
        const other = await simulate(machine, { responder: succeed, seed });
        expect(other.status).toBe(inOrder.status);
        expect(other.output).toEqual(inOrder.output);
        expect(other.elapsedSeconds).toBe(inOrder.elapsedSeconds);
        expect([...other.states].sort()).toEqual([...inOrder.states].sort());
      }),
      parameters,
    );
  });

  test("ids are contiguous, and every event points to an earlier one (R-HIST-01, R-HIST-02)", async () => {
    await fc.assert(
      fc.asyncProperty(randomStates, fc.integer(), async (states, seed) => {
        const { events } = await simulate(machineOf(states), { responder: answer, seed });
        for (const [index, event] of events.entries()) {
          expect(event.id).toBe(index + 1);
          expect(event.previousEventId).toBeLessThan(event.id);
          if (event.previousEventId === 0) expect(index).toBeLessThan(2);
        }
        const last = events.at(-1);
        expect(last?.type).toMatch(/^Execution(Succeeded|Failed)$/);
        if (last?.type === "ExecutionFailed") expect(last.previousEventId).toBe(last.id - 1);
      }),
      parameters,
    );
  });
});

describe("one step", () => {
  const program = programOf({ Call: lambdaTask({ TimeoutSeconds: 10 }) });
  const first = start(program, { input: { n: 1 }, startTime });
  const now = startTime;

  test("asks for what it needs, with ids made from the place in the execution", () => {
    expect(first.commands).toMatchObject([
      { kind: "wakeAt", id: "!execution", implicit: true },
      { kind: "callTask", id: "/Call#1.0", state: "Call", arguments: { n: 1 }, attempt: 0 },
      { kind: "wakeAt", id: "/Call#1.0!timeout", time: startTime + 10_000 },
    ]);
  });

  test("an event for an id that is unknown changes nothing", () => {
    const events: readonly ExecutionEvent[] = [
      { kind: "taskSucceeded", id: "/Other#1.0", result: 1 },
      { kind: "taskSucceeded", id: "/Call#2.0", result: 1 },
      { kind: "timer", id: "/Call#1.0!retry" },
      { kind: "timer", id: "" },
      { kind: "childFinished", id: "/Call#1.0/0", status: "SUCCEEDED" },
      { kind: "heartbeat", id: "__proto__" },
    ];
    for (const event of events) {
      const { execution, patch, commands } = step(program, first.execution, event, { now });
      expect(execution).toEqual(first.execution);
      expect(patch.events).toEqual([]);
      expect(commands).toEqual([]);
    }
  });

  test("an answer that comes twice counts once", () => {
    const done: ExecutionEvent = { kind: "taskSucceeded", id: "/Call#1.0", result: 1 };
    const ended = step(program, first.execution, [done, done], { now });
    expect(ended.execution).toMatchObject({ status: "SUCCEEDED", output: 1, parts: {} });
    expect(step(program, ended.execution, done, { now }).patch.events).toEqual([]);
  });

  test("what it is given stays as it was", () => {
    const before = JSON.stringify(first.execution);
    step(program, first.execution, { kind: "taskSucceeded", id: "/Call#1.0", result: 1 }, { now });
    expect(JSON.stringify(first.execution)).toBe(before);
  });

  test("a patch holds only what changed, however many items there are", () => {
    const items = Array.from({ length: 5000 }, (_, index) => index);
    const processor = { StartAt: "Each", States: { Each: lambdaTask() } };
    const map = programOf({ All: { Type: "Map", Items: items, ItemProcessor: processor, End: true } });
    const begun = start(map, { input: {}, startTime });
    const next = step(
      map,
      begun.execution,
      { kind: "taskSucceeded", id: "/All#1.0/0/Each#1.0", result: 1 },
      { now },
    );
    expect(JSON.stringify(next.patch).length).toBeLessThan(10_000);
    expect(next.commands).toMatchObject([{ kind: "callTask", id: "/All#1.0/40/Each#1.0" }]);
  });

  test("stopping aborts the execution (R-ERR-23)", () => {
    const { execution, patch } = step(program, first.execution, { kind: "stop", error: "Enough" }, { now });
    expect(execution).toMatchObject({ status: "ABORTED", error: "Enough" });
    expect(patch.events.at(-1)).toMatchObject({ type: "ExecutionAborted", previousEventId: 0 });
  });
});
