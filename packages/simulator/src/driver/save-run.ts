import { bug, type Diagnostic } from "@statewright/diagnostics";
import type { Responder } from "../calls/answer.ts";
import { savedRun } from "../diagnostics/refusals.ts";
import type { CallTask, Command } from "../execution/command.ts";
import type { Execution } from "../execution/execution.ts";
import { executionOf, liveOf } from "../execution/live-execution.ts";
import { uuidOf } from "../json/seeded-random.ts";
import type { Program } from "../program/program.ts";
import { observerOf } from "./advance.ts";
import { restoreDue } from "./agenda.ts";
import { type Clock, newClock, type Running, type Unsettled } from "./clock.ts";
import type { ClockWorld } from "./clock-run.ts";
import type { StartableMachines } from "./nested-execution.ts";
import type { SavedClock, SavedCommand, SavedExecution, SavedRun, SavedStep } from "./saved-run.ts";

/** What of a run stands beside its clock. */
export interface AnswersGiven {
  readonly used: Map<string, Set<number>>;
  readonly asked: Map<string, number>;
}

/** Writes a stopped run down. */
export function saveRun(program: Program, clock: Clock, given: AnswersGiven): SavedRun {
  const used = [...given.used].map(([key, entries]) => [key, [...entries]] as const);
  const body: Body = {
    clock: saveClock(clock),
    events: [...clock.events],
    taken: Object.fromEntries(clock.taken),
    mapRuns: [...clock.mapRuns],
    otherExecutions: [...clock.otherExecutions],
    written: Object.fromEntries(clock.written),
    usedAnswers: Object.fromEntries(used),
    asked: Object.fromEntries(given.asked),
  };
  return { format: 1, definition: program.definition, checksum: checksumOf(body), ...body };
}

type Body = Omit<SavedRun, "format" | "definition" | "checksum">;

function saveClock({ agenda, running, ready, now, runs, still, steps, draws, started }: Clock): SavedClock {
  if (running.get(0)?.live.status !== "RUNNING")
    return endedClock({ running, now, runs, steps, draws, started });
  const due = agenda.heap
    .filter(({ cancelled }) => !cancelled)
    .sort((left, right) => left.order - right.order)
    .map(({ cancelled: _, sending: __, ...rest }) => rest);
  const executions = [...running].map(([run, each]): SavedExecution => {
    const { live, calls, children, parent, machine, startedBy } = each;
    return {
      run,
      program: placeOf(running, each),
      execution: executionOf(live),
      ...(parent !== undefined && { parent }),
      ...(machine !== undefined && { machine }),
      ...(startedBy !== undefined && { startedBy }),
      calls: [...calls.values()],
      children: [...children],
    };
  });
  return {
    now,
    runs,
    still,
    steps,
    draws,
    orders: agenda.orders,
    due,
    running: executions,
    started: [...started],
    ready: ready.flatMap((each) => saveStep(each, running)),
  };
}

/** What an execution did that is closed by now is nobody's. */
function saveStep(
  { run, commands, taken, events }: Unsettled,
  running: Clock["running"],
): readonly SavedStep[] {
  const programs = running.get(run)?.program.children;
  if (programs === undefined) return [];
  const saved = commands.map(
    (command): SavedCommand =>
      command.kind === "startChild" ? { ...command, program: programs.indexOf(command.program) } : command,
  );
  return [{ run, commands: saved, taken, events }];
}

function loadStep({ run, commands, taken, events }: SavedStep, running: Clock["running"]): Unsettled {
  const programs = running.get(run)?.program.children ?? [];
  const loaded = commands.map(
    (command): Command =>
      command.kind === "startChild"
        ? { ...command, program: programs[command.program] ?? bug("no child") }
        : command,
  );
  return { run, commands: loaded, taken, events };
}

/** Of a run that has ended the execution is left, and nothing that could still happen. */
function endedClock({
  running,
  started,
  ...numbers
}: Pick<Clock, "running" | "now" | "runs" | "steps" | "draws" | "started">): SavedClock {
  const { live } = running.get(0) ?? bug("a run without an execution");
  const root = { run: 0, program: [], execution: executionOf(live), calls: [], children: [] };
  return { ...numbers, still: 0, orders: 0, due: [], running: [root], started: [...started], ready: [] };
}

function placeOf(running: Clock["running"], { program, parent, startedBy }: Running): readonly number[] {
  if (parent === undefined || startedBy !== undefined) return [];
  const around = running.get(parent.run) ?? bug("a child without its parent");
  return [...placeOf(running, around), around.program.children.indexOf(program)];
}

/** What a saved run goes on with. */
export interface LoadedRun extends AnswersGiven {
  readonly clock: Clock;
}

/** Reads a saved run; `until` is where it stops next. Refuses what does not belong to `program`. */
export function loadRun(
  program: Program,
  document: unknown,
  until: string | undefined,
  responder: Responder,
  unanswered: (call: CallTask) => Diagnostic,
  { readers = {}, machines = new Map(), onEvaluation }: ClockWorld,
): LoadedRun | Diagnostic {
  const problem = problemOf(program, document, machines);
  if (problem !== undefined) return savedRun.at({}, { problem });
  const {
    clock: saved,
    events,
    taken,
    mapRuns,
    otherExecutions,
    written,
    usedAnswers,
    asked,
  } = document as SavedRun;
  const clock = newClock(saved.now, responder, unanswered, readers, machines, onEvaluation);
  const { runs, still, steps, draws } = saved;
  Object.assign(clock, { runs, still, steps, draws });
  for (const event of events) clock.events.push(event);
  for (const mapRun of mapRuns) clock.mapRuns.push(mapRun);
  for (const [key, others] of otherExecutions) clock.otherExecutions.set(key, others);
  for (const [address, text] of Object.entries(written)) clock.written.set(address, text);
  for (const [place, count] of Object.entries(taken)) clock.taken.set(place, count);
  for (const each of saved.running) {
    const root = each.machine === undefined ? program : (machines.get(each.machine) ?? bug("no machine"));
    clock.running.set(each.run, loadExecution(clock, root, each, until));
  }
  for (const [run, { events: own, ...each }] of saved.started)
    clock.started.set(run, { ...each, events: [...own] });
  clock.ready.push(...saved.ready.map((each) => loadStep(each, clock.running)));
  restoreDue(clock.agenda, saved.due, saved.orders);
  const used = Object.entries(usedAnswers).map(([key, entries]) => [key, new Set(entries)] as const);
  return { clock, used: new Map(used), asked: new Map(Object.entries(asked)) };
}

function loadExecution(
  clock: Clock,
  program: Program,
  saved: SavedExecution,
  until: string | undefined,
): Running {
  const { parent, calls, children, execution, machine, startedBy } = saved;
  const own = saved.program.reduce<Program>(
    (around, index) => around.children[index] ?? bug("no child"),
    program,
  );
  const { until: _, ...identity } = execution.identity;
  const stops = saved.run === 0 && until !== undefined ? { until } : {};
  const loaded: Execution = { ...execution, identity: { ...identity, ...stops } };
  return {
    program: own,
    live: liveOf(own, loaded, observerOf(clock, machine)),
    ...(parent !== undefined && { parent }),
    ...(machine !== undefined && { machine }),
    ...(startedBy !== undefined && { startedBy }),
    calls: new Map(calls.map((call) => [call.id, call])),
    children: new Map(children),
  };
}

function problemOf(program: Program, document: unknown, machines: StartableMachines): string | undefined {
  if (document === null || typeof document !== "object") return "it is no saved run";
  const { format, definition, checksum, ...body } = document as Partial<SavedRun>;
  if (format !== 1) return "it has another format than this version of the simulator writes";
  if (definition !== program.definition) return "it was saved of another definition";
  if (!checksum || checksum !== checksumOf(body)) return "it was changed after it was saved";
  const open = (body as Body).clock.running.find(
    ({ machine, program: place, execution: { definition: own } }) =>
      machine !== undefined && place.length === 0 && machines.get(machine)?.definition !== own,
  );
  if (open === undefined) return undefined;
  return `an execution of "${open.machine}" is open in it, and that machine is not given, or another one`;
}

/** Empty where it is no JSON; values of a run are nested at most 1,000 levels deep. */
function checksumOf(body: Partial<Body>): string {
  const { clock, events, taken, mapRuns, otherExecutions, written, usedAnswers, asked } = body;
  try {
    return uuidOf(
      JSON.stringify([clock, events, taken, mapRuns, otherExecutions, written, usedAnswers, asked]),
    );
  } catch {
    return "";
  }
}
