import {
  checkMocks,
  type Mocks,
  readMocks,
  refusedSimulation,
  type SimulateOptions,
  type Simulation,
  simulate as simulateMachine,
} from "@statewright/simulator";
import { compile } from "./compile/compile.ts";
import type { Workflow } from "./types/workflow.ts";

/** How to run a workflow: its input and what answers its calls; the rest as the simulator takes it. */
export interface WorkflowSimulateOptions<Input> extends Omit<SimulateOptions, "input" | "mocks"> {
  readonly input: Input;
  /** What the calls answer: by state name, or by resource. */
  readonly mocks?: Mocks;
}

/** What an execution of a workflow did. `output` is null unless it succeeded. */
export interface WorkflowSimulation<Output> extends Omit<Simulation, "output"> {
  readonly output: Output | null;
}

/**
 * Compiles a workflow and runs the machine on a virtual clock, in a test for one.
 *
 * It is the emitted machine that runs, never the TypeScript. A workflow or mocks with errors are not run: the
 * status is `REFUSED`, and `diagnostics` says why.
 *
 * @example
 * ```ts
 * const run = await simulate(order, { input: { id: "A-1" }, mocks: { states: { Charge: { result: { ok: true } } } } });
 * expect(run.status).toBe("SUCCEEDED");
 * ```
 */
export async function simulate<Input, Output>(
  workflow: Workflow<Input, Output>,
  options: WorkflowSimulateOptions<Input>,
): Promise<WorkflowSimulation<Output>> {
  const { machine, diagnostics, name } = compile(workflow);
  const read = options.mocks === undefined ? { mocks: {}, diagnostics: [] } : readMocks(options.mocks);
  const ofMocks = [...read.diagnostics, ...(read.mocks ? checkMocks(read.mocks, machine) : [])];
  const errors = [...diagnostics, ...ofMocks].filter(({ severity }) => severity === "error");
  if (errors.length > 0 || !read.mocks) return refusedSimulation(errors);
  const run = await simulateMachine(machine, { stateMachineName: name, ...options, mocks: read.mocks });
  const simulation = { ...run, diagnostics: [...ofMocks, ...run.diagnostics] };
  return simulation as WorkflowSimulation<Output>;
}

export type {
  Handler,
  HandlerCall,
  MockAnswer,
  MockAnswers,
  Mocks,
  SavedRun,
  Simulation,
} from "@statewright/simulator";
