import type { StateMachine } from "@statewright/asl";
import { bug, type Diagnostic, type JsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Responder } from "../calls/answer.ts";
import { noMock, savedRun, unusableValue } from "../diagnostics/refusals.ts";
import type { CallTask } from "../execution/command.ts";
import type { ExecutionIdentity } from "../execution/execution.ts";
import type { HistoryEvent } from "../execution/history-event.ts";
import { payloadLimit } from "../execution/limits.ts";
import type { MapRun } from "../execution/map-run.ts";
import type { OnEvaluation } from "../execution/observed-evaluation.ts";
import { redrive } from "../execution/redrive.ts";
import type { ServiceBehaviour } from "../execution/service-behaviour.ts";
import { today } from "../execution/step.ts";
import { acceptJson, jsonText, writeJson } from "../json/json-text.ts";
import { respondFromMocks } from "../mocks/answer-from-mocks.ts";
import type { Mocks } from "../mocks/mocks.ts";
import { prepare } from "../program/prepare.ts";
import type { Program } from "../program/program.ts";
import type { ReaderObjects } from "../readers/reader-object.ts";
import type { StartedExecution } from "./clock.ts";
import { askHandler, type Handler, type Patience } from "./handlers.ts";
import { mapRunsOf } from "./map-runs-of.ts";
import type { StartableMachines } from "./nested-execution.ts";
import { type OtherExecutions, otherExecutionsOf } from "./other-executions.ts";
import type { Pace } from "./pace.ts";
import { refusedSimulation } from "./refused-simulation.ts";
import { type AnswersGiven, type LoadedRun, loadRun, saveRun } from "./save-run.ts";
import type { SavedRun } from "./saved-run.ts";
import {
  type ClockRun,
  redriveOnVirtualClock,
  resumeOnVirtualClock,
  runOnVirtualClock,
} from "./virtual-clock.ts";

/** What {@link simulate} can be told. */
export interface SimulateOptions {
  /** The execution's input; by default `{}` (R-STRUCT-06). */
  readonly input?: unknown;
  readonly mocks?: Mocks;
  /** Functions that answer calls, by state name; asked before the mocks. */
  readonly handlers?: Readonly<Record<string, Handler>>;
  /** How long a handler may work, in real time; without it, for ever. */
  readonly patience?: Patience;
  /** Is told of each call before it is answered. */
  readonly onCall?: (call: CallTask) => void;
  /** Is told of each JSONata expression that is evaluated: what it saw, and its value or error. */
  readonly onEvaluation?: OnEvaluation | undefined;
  /** Answers what neither handlers nor mocks do. */
  readonly responder?: Responder;
  /** `Resource` texts that name activities though they are no ARNs, such as `${ApproveActivity}`. */
  readonly activities?: readonly string[];
  /**
   * The machines that `states:startExecution` starts, by their ARN or by the name in it. They run on the same clock;
   * mocks and handlers answer their tasks too, `"<key>/<state>"` before `"<state>"`.
   */
  readonly machines?: Readonly<Record<string, StateMachine>>;
  /** What the readers of Distributed Maps read, by its address; also part of the mocks. */
  readonly readers?: ReaderObjects;
  /** 0 (the default) interleaves breadth-first in order; other seeds explore other orders. */
  readonly seed?: number;
  /** When the execution starts: an ISO 8601 time or milliseconds; by default 2026-01-01T00:00:00Z. */
  readonly start?: string | number;
  /** By default `execution-<seed>`. */
  readonly name?: string;
  /** Stop before this state is entered. */
  readonly until?: string;
  /** Stop after so many steps; a step is what happens at one instant. */
  readonly steps?: number;
  /**
   * Let time pass as it does, for a run that is watched: waits take as long as they say, and handlers and `onCall` are
   * called when it is time. Stopped by its signal, the run has the status RUNNING and can be resumed.
   */
  readonly pace?: Pace;
  /**
   * Go on from where a run was stopped: the `saved` of its {@link Simulation}, which may have been JSON in between.
   * The input, the seed, the start, the name and what else the execution began with are the saved ones; mocks and
   * handlers are given again.
   */
  readonly resume?: SavedRun;
  /** Keep also a STANDARD run that ends without success in `saved`, so that it can be redriven. */
  readonly redrivable?: boolean;
  /**
   * Redrive an execution that failed, timed out or was aborted: the `saved` of a run with `redrivable`. It goes on
   * from what did not succeed, at `start` or else at the time it ended (R-ERR-26). Mocks and handlers are given again.
   */
  readonly redrive?: SavedRun;
  readonly region?: string;
  readonly account?: string;
  readonly stateMachineName?: string;
  readonly type?: "STANDARD" | "EXPRESS";
  /** For recordings from before the service changed; by default it behaves as today. */
  readonly service?: Partial<ServiceBehaviour>;
}

/** What an execution did: the document of `simulate --json`. */
export interface Simulation {
  /** AWS's; WAITING: nobody called back; REFUSED: `diagnostics` says why; RUNNING: stopped by `until` or `steps`. */
  readonly status: "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED" | "WAITING" | "REFUSED" | "RUNNING";
  /** The output; stopped at `until`, the input of that state. */
  readonly output: Json | null;
  readonly error: string | null;
  readonly cause: string | null;
  /** The states in the order they were entered. */
  readonly states: readonly string[];
  /** States entered, and retries (R-PRICE-02 without the start; children of a Distributed Map are not in it). */
  readonly transitions: number;
  /**
   * How often each part of the machine was taken, by its pointer: states entered, Choice rules (`…/Choices/0`,
   * `…/Default`), retriers (`…/Retry/0`) and catchers (`…/Catch/0`); children of a Distributed Map included.
   */
  readonly taken: Readonly<Record<JsonPointer, number>>;
  /** On the virtual clock. */
  readonly elapsedSeconds: number;
  /** In the shape of GetExecutionHistory. */
  readonly events: readonly HistoryEvent[];
  /** The Map Runs of Distributed Maps, those of their children included, as DescribeMapRun describes them. */
  readonly mapRuns?: readonly MapRun[];
  /** What result writers wrote, by its address; another run can have it as `readers`. */
  readonly written?: ReaderObjects;
  /** The executions that its tasks started, in that order. */
  readonly executions?: readonly ExecutionOfTask[];
  /** How many child executions of Distributed Maps there were, and executions that tasks started, and what they took. */
  readonly otherExecutions?: readonly OtherExecutions[];
  /** With WAITING: the calls that nobody answered. */
  readonly waiting?: readonly WaitingTask[];
  /** With RUNNING: the run as it stands, as plain JSON; `resume` goes on with it. See also `redrivable`. */
  readonly saved?: SavedRun;
  readonly diagnostics: readonly Diagnostic[];
}

/** An execution that `states:startExecution` started, as it stood when the run ended. */
export type ExecutionOfTask = Readonly<StartedExecution>;

/** A call that waits for an answer. */
export interface WaitingTask {
  readonly state: string;
  readonly pointer: JsonPointer;
  readonly token: string | null;
  readonly arguments: Json;
}

/**
 * Runs a machine on a virtual clock: a wait of a year takes no longer than one of a second.
 *
 * Deterministic: the same machine, options and seed give the same history. Never throws for what a user can
 * write; what cannot be run faithfully ends with the status REFUSED and a diagnostic.
 *
 * @example
 * ```ts
 * const run = await simulate(machine, { input: { id: 7 }, mocks: { states: { Charge: { result: { ok: true } } } } });
 * run.status; // "SUCCEEDED"
 * ```
 */
export async function simulate(machine: StateMachine, options: SimulateOptions = {}): Promise<Simulation> {
  const { program, diagnostics } = prepare(machine, options.activities);
  if (program === undefined) return refusedSimulation(diagnostics);
  const machines = startableMachines(options);
  if (Array.isArray(machines)) return refusedSimulation(machines);
  const saved = options.resume === undefined ? options.redrive : options.resume;
  if (saved !== undefined) return resumed(program, saved, machines, options);
  const input = readInput(options.input);
  if (!input.ok) return refusedSimulation([input.diagnostic]);
  const startTime = readStart(options.start);
  if (startTime === undefined) {
    const problem = `${String(options.start)} is no time`;
    return refusedSimulation([unusableValue.at({}, { what: "The start", problem })]);
  }
  const identity = identityOf(options, input.value, startTime);
  const given: AnswersGiven = { used: new Map(), asked: new Map() };
  const respond = responderOf(options, identity.seed, given);
  const { steps, pace } = options;
  const run = await runOnVirtualClock(program, identity, respond, (call) => unanswered(call, given.asked), {
    steps,
    pace,
    readers: readersOf(options),
    machines,
    onEvaluation: options.onEvaluation,
  });
  return simulationOf(program, run, startTime, given, options);
}

/** Goes on with a saved run or redrives it, or refuses it. */
async function resumed(
  program: Program,
  saved: unknown,
  machines: StartableMachines,
  options: SimulateOptions,
): Promise<Simulation> {
  let respond: Responder = () => bug("a call before the run was read");
  const loaded = loadRun(
    program,
    saved,
    options.until,
    (call) => respond(call),
    (call) => unanswered(call, isDiagnostic(loaded) ? new Map() : loaded.asked),
    { readers: readersOf(options), machines, onEvaluation: options.onEvaluation },
  );
  if (isDiagnostic(loaded)) return refusedSimulation([loaded]);
  const { clock } = loaded;
  const { execution } = clock.running.get(0) ?? bug("a run without an execution");
  const { seed, startTime } = execution.identity;
  respond = responderOf(options, seed, loaded);
  const { steps, pace } = options;
  if (options.resume !== undefined) {
    if (execution.status !== "RUNNING")
      return refusedSimulation([savedRun.at({}, { problem: "it has ended" })]);
    const run = await resumeOnVirtualClock(clock, { steps, pace });
    return simulationOf(program, run, startTime, loaded, options);
  }
  const now = options.start === undefined ? clock.now : readStart(options.start);
  if (now === undefined || now < clock.now) return refusedSimulation([wrongStart(options.start)]);
  const { step, diagnostics } = redrive(program, execution, { now, onEvaluation: options.onEvaluation });
  if (step === undefined) return refusedSimulation(diagnostics);
  const run = await redriveOnVirtualClock(clock, step, now, { steps, pace });
  return simulationOf(program, run, startTime, loaded, options);
}

function wrongStart(start: string | number | undefined): Diagnostic {
  const problem = `${String(start)} is no time, or before the end of what is redriven`;
  return unusableValue.at({}, { what: "The start", problem });
}

/** The machines that tasks can start, compiled, or what keeps one of them from running. */
function startableMachines({ machines = {}, activities }: SimulateOptions): StartableMachines | Diagnostic[] {
  const programs = new Map<string, Program>();
  for (const [key, machine] of Object.entries(machines)) {
    const { program, diagnostics } = prepare(machine, activities);
    if (program === undefined) return [...diagnostics];
    programs.set(key, program);
  }
  return programs;
}

function readersOf({ mocks, readers }: SimulateOptions): ReaderObjects {
  return { ...mocks?.readers, ...readers };
}

function isDiagnostic(loaded: LoadedRun | Diagnostic): loaded is Diagnostic {
  return "code" in loaded;
}

function identityOf(options: SimulateOptions, input: Json, startTime: number): ExecutionIdentity {
  const seed = options.seed ?? 0;
  return {
    input,
    startTime,
    seed,
    name: options.name ?? `execution-${seed}`,
    stateMachineName: options.stateMachineName ?? "stateMachine",
    region: options.region ?? "us-east-1",
    account: options.account ?? "111111111111",
    type: options.type ?? "STANDARD",
    service: { ...today, ...options.service },
    ...(options.until !== undefined && { until: options.until }),
  };
}

function responderOf(options: SimulateOptions, seed: number, { used, asked }: AnswersGiven): Responder {
  const { handlers = {}, mocks = {}, responder } = options;
  const fromMocks = respondFromMocks(mocks, seed, used);
  return (call, token) => {
    options.onCall?.(call);
    const own = call.machine === undefined ? call.state : `${call.machine}/${call.state}`;
    const name = Object.hasOwn(handlers, own) ? own : call.state;
    if (Object.hasOwn(handlers, name))
      return askHandler(handlers[name] as Handler, call, token, options.patience);
    const answer = fromMocks(call) ?? responder?.(call, token);
    if (answer === undefined && call.resource.pattern === "waitForTaskToken") {
      return { submitted: { afterSeconds: 0, output: {} } }; // somebody else may call back
    }
    if (answer !== undefined) asked.set(call.state, (asked.get(call.state) ?? 0) + 1);
    return answer;
  };
}

function unanswered(call: CallTask, asked: ReadonlyMap<string, number>): Diagnostic {
  const { state, pointer, resource } = call;
  const text = jsonText(call.arguments);
  return noMock.at(
    { state, pointer },
    {
      state,
      resource: resource.arn,
      arguments: text.length > 400 ? `${text.slice(0, 400)}…` : text,
      answered: asked.get(state) ?? 0,
      line: `${JSON.stringify(state)}: { "result": {} }`,
    },
  );
}

function readInput(
  given: unknown,
): { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly diagnostic: Diagnostic } {
  const copied = acceptJson(given === undefined ? {} : given);
  const what = "The input";
  if (!copied.ok) return { ok: false, diagnostic: unusableValue.at({}, { what, problem: copied.problem }) };
  const bytes = writeJson(copied.value)?.bytes ?? 0;
  if (bytes <= payloadLimit) return { ok: true, value: copied.value };
  return { ok: false, diagnostic: unusableValue.at({}, { what, problem: `it has ${bytes} bytes` }) };
}

function readStart(given: string | number = "2026-01-01T00:00:00Z"): number | undefined {
  const time = typeof given === "number" ? given : Date.parse(given);
  return Math.abs(time) < latestTime ? time : undefined;
}

/** Far enough from the end of what dates can say for any execution to end before it. */
const latestTime = 8e15;

function simulationOf(
  program: Program,
  run: ClockRun,
  startTime: number,
  given: AnswersGiven,
  { redrivable = false }: SimulateOptions,
): Simulation {
  const { finished, stopped, events, transitions, now, clock } = run;
  const kept = redrivable && clock.running.get(0)?.execution.unfinished !== undefined;
  const mapRuns = mapRunsOf(clock);
  const otherExecutions = otherExecutionsOf(clock);
  const written = Object.fromEntries([...clock.written].map(([address, text]) => [address, { text }]));
  const waiting = run.waiting.map(({ state, pointer, token, arguments: args }) => ({
    state,
    pointer,
    token: token ?? null,
    arguments: args,
  }));
  return {
    status: finished?.status ?? (stopped === undefined ? "WAITING" : "RUNNING"),
    output: finished?.output ?? stopped?.input ?? null,
    error: finished?.error ?? null,
    cause: finished?.cause ?? null,
    states: enteredStates(events),
    transitions,
    get taken() {
      return Object.fromEntries(run.taken); // made when it is asked for: most runs are not
    },
    elapsedSeconds: (now - startTime) / 1000,
    events,
    ...(mapRuns.length > 0 && { mapRuns }),
    ...(clock.written.size > 0 && { written }),
    ...(clock.started.size > 0 && { executions: [...clock.started.values()] }),
    ...(otherExecutions.length > 0 && { otherExecutions }),
    ...(finished === undefined && stopped === undefined && { waiting }),
    ...((stopped !== undefined || kept) && { saved: saveRun(program, clock, given) }),
    diagnostics: finished?.diagnostics ?? [],
  };
}

function enteredStates(events: readonly HistoryEvent[]): readonly string[] {
  const names: string[] = [];
  for (const { stateEnteredEventDetails } of events) {
    const name = stateEnteredEventDetails?.name;
    if (typeof name === "string") names.push(name);
  }
  return names;
}
