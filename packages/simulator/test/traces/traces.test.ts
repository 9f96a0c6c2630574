import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import {
  type Execution,
  type ExecutionEvent,
  type HistoryEvent,
  prepare,
  type Simulation,
  type Step,
  simulate,
  start,
  step,
} from "../../src/index.ts";
import { machineOf } from "../run-states.ts";
import { callbacks } from "./callbacks.ts";
import { catching } from "./catching.ts";
import { distributed } from "./distributed.ts";
import { inlineMaps } from "./inline-maps.ts";
import { loops } from "./loops.ts";
import { parallels } from "./parallels.ts";
import { redrives } from "./redrives.ts";
import { retrying } from "./retrying.ts";
import { terminal } from "./terminal.ts";
import { timeouts } from "./timeouts.ts";
import type { Trace } from "./trace.ts";
import { variables } from "./variables.ts";

// Executions derived by hand from the rule book, where recordings are thin. Each cites its rules.

const groups: Readonly<Record<string, readonly Trace[]>> = {
  "an inline Map": inlineMaps,
  "a Parallel": parallels,
  "a Distributed Map": distributed,
  "time limits": timeouts,
  loops,
  Retry: retrying,
  Catch: catching,
  variables,
  "task tokens": callbacks,
  "Succeed and Fail": terminal,
  "a redrive": redrives,
};

describe.each(Object.entries(groups))("%s", (_, traces) => {
  test.each(traces.map((trace) => [trace.title, trace.rules.join(", "), trace] as const))(
    "%s (%s)",
    async (_title, _rules, trace) => {
      const run = trace.sent === undefined ? await mocked(trace) : sent(trace, trace.sent);
      const expected = trace.events
        .trim()
        .split("\n")
        .map((line) => line.trim());
      const drawn = expected.includes("@?");
      const shown = lines(run.events, drawn);
      const wanted = expected.filter((line) => !(drawn && line.startsWith("@")) && line !== "…");
      expect(expected[0] === "…" ? shown.slice(-wanted.length) : shown).toEqual(wanted);
      const { status, output = null, error = null, cause = null } = trace.ends;
      expect({ status: run.status, error: run.error, cause: run.cause }).toEqual({ status, error, cause });
      if (status === "SUCCEEDED") expect(run.output).toEqual(output);
      for (const [id, details] of Object.entries(trace.shows ?? {}))
        expect(detailsOf(run.events[Number(id) - 1])).toMatchObject(details);
    },
  );
});

test("there are at least 80 traces, and each cites a rule", () => {
  const all = Object.values(groups).flat();
  console.log(
    `${all.length} traces derived by hand, citing ${new Set(all.flatMap(({ rules }) => rules)).size} rules`,
  );
  expect(all.length).toBeGreaterThanOrEqual(80);
  expect(all.filter(({ rules }) => !rules.every((rule) => /^(R-[A-Z]+-\d+a?|U-\d\d)$/.test(rule)))).toEqual(
    [],
  );
});

const startTime = Date.UTC(2026, 0, 1);

type Ended = Pick<Simulation, "status" | "output" | "error" | "cause" | "events">;

async function mocked({
  states,
  top,
  input,
  mocks: answers = {},
  redriven = [],
}: Trace): Promise<Simulation> {
  const machine = machineOf(states, top);
  const mocks = { states: answers };
  let run = await simulate(machine, { ...(input !== undefined && { input }), mocks, redrivable: true });
  for (const seconds of redriven) {
    const { saved } = run;
    if (saved === undefined) throw new Error("there is nothing to redrive");
    const redrive = JSON.parse(JSON.stringify(saved)) as typeof saved;
    run = await simulate(machine, { mocks, redrive, start: startTime + seconds * 1000, redrivable: true });
  }
  return run;
}

/** Runs the core with nothing but its own timers and what is sent to it. */
function sent({ states, top, input = {} }: Trace, messages: NonNullable<Trace["sent"]>): Ended {
  const { program } = prepare(machineOf(states, top));
  if (program === undefined) throw new Error("the machine cannot be run");
  let due = messages.map(([seconds, event]) => ({ time: startTime + seconds * 1000, event }));
  const events: HistoryEvent[] = [];
  const take = ({ execution, patch, commands }: Step): Execution => {
    events.push(...patch.events);
    for (const command of commands) {
      if (command.kind === "wakeAt" && command.implicit === undefined) {
        due = due.filter(({ event }) => !("id" in event) || event.id !== command.id);
        due.push({ time: command.time, event: { kind: "timer", id: command.id } });
      }
      if (command.kind === "cancel")
        due = due.filter(({ event }) => event.kind !== "timer" || !event.id.startsWith(`${command.id}!`));
    }
    return execution;
  };
  let execution = take(start(program, { input, startTime }));
  while (execution.status === "RUNNING" && due.length > 0) {
    due.sort((left, right) => left.time - right.time);
    const [next, ...rest] = due;
    due = rest;
    const { time, event }: { time: number; event: ExecutionEvent } = next ?? {
      time: 0,
      event: { kind: "stop" },
    };
    execution = take(step(program, execution, event, { now: time }));
  }
  const { output = null, error = null, cause = null } = execution;
  return { status: execution.status as Simulation["status"], output, error, cause, events };
}

/** The history in the form of the traces. */
function lines(events: readonly HistoryEvent[], untimed: boolean): string[] {
  let at = 0;
  return events.slice(1).flatMap((event) => {
    const seconds = (Date.parse(event.timestamp) - startTime) / 1000;
    const passed = seconds === at || untimed ? [] : [`@${seconds}`];
    at = seconds;
    return [...passed, `${event.id}<${event.previousEventId} ${event.type} ${subject(event)}`.trim()];
  });
}

function subject(event: HistoryEvent): string {
  const { name, index, length, error } = detailsOf(event);
  if (name !== undefined) return index === undefined ? String(name) : `${String(name)}[${String(index)}]`;
  if (length !== undefined) return `length=${String(length)}`;
  return error === undefined ? "" : `error=${String(error)}`;
}

function detailsOf(event: HistoryEvent | undefined): Readonly<Record<string, Json | undefined>> {
  const found = Object.entries(event ?? {}).find(([key]) => key.endsWith("EventDetails"));
  return (found?.[1] ?? {}) as Readonly<Record<string, Json | undefined>>;
}
