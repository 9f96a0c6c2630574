import type { StateMachine } from "@statewright/asl";
import { bug, type Diagnostic } from "@statewright/diagnostics";
import type { Responder } from "../calls/answer.ts";
import { savedRun, unusableValue } from "../diagnostics/refusals.ts";
import { executionOf } from "../execution/live-execution.ts";
import { redrive } from "../execution/redrive.ts";
import { prepare } from "../program/prepare.ts";
import type { Program } from "../program/program.ts";
import type { StartableMachines } from "./nested-execution.ts";
import { identityOf, readersOf, readInput, readStart, startableMachines } from "./read-options.ts";
import { refusedSimulation } from "./refused-simulation.ts";
import { responderOf, unanswered } from "./responder-of.ts";
import { type AnswersGiven, type LoadedRun, loadRun } from "./save-run.ts";
import type { SimulateOptions } from "./simulate-options.ts";
import type { Simulation } from "./simulation.ts";
import { simulationOf } from "./simulation-of.ts";
import { redriveOnVirtualClock, resumeOnVirtualClock, runOnVirtualClock } from "./virtual-clock.ts";

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
  const { live } = clock.running.get(0) ?? bug("a run without an execution");
  const { seed, startTime } = live.base.identity;
  respond = responderOf(options, seed, loaded);
  const { steps, pace } = options;
  if (options.resume !== undefined) {
    if (live.status !== "RUNNING") return refusedSimulation([savedRun.at({}, { problem: "it has ended" })]);
    const run = await resumeOnVirtualClock(clock, { steps, pace });
    return simulationOf(program, run, startTime, loaded, options);
  }
  const now = options.start === undefined ? clock.now : readStart(options.start);
  if (now === undefined || now < clock.now) return refusedSimulation([wrongStart(options.start)]);
  const { step, diagnostics } = redrive(program, executionOf(live), {
    now,
    onEvaluation: options.onEvaluation,
  });
  if (step === undefined) return refusedSimulation(diagnostics);
  const run = await redriveOnVirtualClock(clock, step, now, { steps, pace });
  return simulationOf(program, run, startTime, loaded, options);
}

function wrongStart(start: string | number | undefined): Diagnostic {
  const problem = `${String(start)} is no time, or before the end of what is redriven`;
  return unusableValue.at({}, { what: "The start", problem });
}

function isDiagnostic(loaded: LoadedRun | Diagnostic): loaded is Diagnostic {
  return "code" in loaded;
}
