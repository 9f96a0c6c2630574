import type { Json } from "@statewright/json-types";
import {
  type CallTask,
  checkMocks,
  handlerArguments,
  type Mocks,
  type ReadMocks,
  type Responder,
  readLocalMocks,
  readMocks,
  refusedSimulation,
  type SimulateOptions,
  type Simulation,
  simulate as simulateMachine,
} from "@statewright/simulator";
import { compile } from "../compile/compile.ts";
import type { Workflow } from "../types/workflow.ts";
import { noteRun } from "./coverage.ts";
import { patienceOf } from "./patience.ts";
import { shortPath } from "./short-path.ts";
import { respondFromLists, splitMocks } from "./split-mocks.ts";
import type { StateMocks, TypedMocks } from "./typed-mocks.kernel.ts";

/** How to run a workflow: its input and what answers its calls; the rest as the simulator takes it. */
export interface WorkflowSimulateOptions<Input, Tasks = unknown>
  extends Omit<SimulateOptions, "input" | "mocks" | "patience" | "onCall"> {
  readonly input: Input;
  /** What the calls answer: by state name, or by resource. */
  readonly mocks?: TypedMocks<Tasks>;
  /** A test case of a mock file of AWS's former Step Functions Local, instead of `mocks`. */
  readonly localMocks?: { readonly file: unknown; readonly testCase: string };
  /** How long a function may work in real time until nobody waits for it; 4 by default. */
  readonly handlerSeconds?: number;
}

/** What an execution of a workflow did. `output` is null unless it succeeded. */
export interface WorkflowSimulation<Output, Tasks = unknown, States extends string = string>
  extends Omit<Simulation, "output"> {
  readonly output: Output | null;
  /** Every call in its order, retries and items included. */
  readonly calls: readonly CallMade[];
  /** The way it went, one line a transition: for `toMatchInlineSnapshot`. */
  readonly path: string;
  /** In types only: what the matchers know of the workflow. */
  readonly workflow?: { readonly tasks: Tasks; readonly states: States };
}

/** One call of a task. */
export interface CallMade {
  readonly state: string;
  /** What its handler would get: of `lambda:invoke` the payload. */
  readonly arguments: Json;
  /** 0 at first, then the number of the retry. */
  readonly attempt: number;
}

/**
 * Compiles a workflow and runs the machine on a virtual clock, in a test for one.
 *
 * It is the emitted machine that runs, never the TypeScript. A workflow or mocks with errors are not run: the
 * status is `REFUSED`, and `diagnostics` says why. Mocks are typed by the tasks of the workflow.
 *
 * @example
 * ```ts
 * const run = await simulate(order, { input: { id: "A-1" }, mocks: { states: { Charge: { result: { ok: true } } } } });
 * expect(run.status).toBe("SUCCEEDED");
 * ```
 */
export async function simulate<Input, Output, Tasks = unknown, States extends string = string>(
  workflow: Workflow<Input, Output, Tasks, States>,
  options: NoInfer<WorkflowSimulateOptions<Input, Tasks>>,
): Promise<WorkflowSimulation<Output, Tasks, States>> {
  const { mocks: given, localMocks, handlerSeconds = 4, handlers, responder, ...rest } = options;
  const { machine, diagnostics, name } = compile(workflow);
  const patience = patienceOf(handlerSeconds);
  const { data, ...functions } = splitMocks(given?.states as StateMocks<unknown> | undefined);
  const read: ReadMocks =
    localMocks === undefined
      ? readMocks({ ...given, states: data })
      : readLocalMocks(localMocks.file, machine, { testCase: localMocks.testCase, stateMachineName: name });
  const named = { states: { ...read.mocks?.states, ...Object.fromEntries(namesOf(functions)) } };
  const ofMocks = [...read.diagnostics, ...checkMocks(named, machine)];
  const errors = [...diagnostics, ...ofMocks].filter(({ severity }) => severity === "error");
  const calls: CallMade[] = [];
  if (errors.length > 0 || !read.mocks) return finished(refusedSimulation(errors), calls);
  const fromLists = respondFromLists(functions.lists, rest.seed ?? 0, patience);
  const respond: Responder = (call, token) => fromLists(call, token) ?? responder?.(call, token);
  const run = await simulateMachine(machine, {
    stateMachineName: name,
    ...rest,
    mocks: withoutLists(read.mocks, functions.lists),
    handlers: { ...functions.handlers, ...handlers },
    patience,
    responder: respond,
    onCall: (call) => calls.push(callMade(call)),
  });
  noteRun(workflow, run);
  return finished({ ...run, diagnostics: [...ofMocks, ...run.diagnostics] }, calls);
}

function finished<Output, Tasks, States extends string>(
  run: Simulation,
  calls: readonly CallMade[],
): WorkflowSimulation<Output, Tasks, States> {
  const whole = { ...run, calls, path: shortPath(run) };
  return whole as WorkflowSimulation<Output, Tasks, States>;
}

function callMade(call: CallTask): CallMade {
  return { state: call.state, arguments: handlerArguments(call), attempt: call.attempt };
}

/** Every state that is answered by functions, with an answer of no meaning. */
function namesOf(functions: Pick<ReturnType<typeof splitMocks>, "handlers" | "lists">): [string, []][] {
  return [...Object.keys(functions.handlers), ...Object.keys(functions.lists)].map((state) => [state, []]);
}

function withoutLists(mocks: Mocks, lists: object): Mocks {
  const states = Object.entries(mocks.states ?? {}).filter(([state]) => !Object.hasOwn(lists, state));
  return { ...mocks, states: Object.fromEntries(states) };
}
