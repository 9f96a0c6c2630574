import { type StateMachine, walkStates } from "@statewright/asl";
import { nearestName } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { type OnEvaluation, refusedSimulation, type Simulation, simulate } from "@statewright/simulator";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { checkInput } from "./check-input.ts";
import { readJson } from "./read-json.ts";
import { readMocksFile } from "./read-mocks-file.ts";
import type { ExecutionType, Subject } from "./subject.ts";

/** What an execution of a machine is started with. */
export interface Run {
  /** The file of the input; without it the input is `{}`. */
  readonly input?: string | undefined;
  /** The file of the mocks. */
  readonly mocks?: string | undefined;
  /** The test case, where the mocks are a file of Step Functions Local. */
  readonly testCase?: string | undefined;
  readonly seed?: number;
  readonly start?: string;
  readonly name?: string;
  readonly until?: string;
  readonly type?: ExecutionType;
  /** Is told of each JSONata expression that is evaluated. */
  readonly onEvaluation?: OnEvaluation | undefined;
}

/** Runs a machine once. A machine that cannot be created on AWS is refused with what is wrong in it. */
export async function runSubject(
  subject: Subject,
  terminal: Terminal,
  { input: inputFile, mocks: mocksFile, testCase, ...options }: Run,
): Promise<Simulation | Problem> {
  const { machine, types, type, diagnostics, name } = subject;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (machine === undefined || errors.length > 0) return refusedSimulation(errors);
  const unknown = options.until === undefined ? undefined : unknownState(options.until, machine);
  if (unknown !== undefined) return unknown;
  const input = await readInput(inputFile, terminal);
  if (isProblem(input)) return input;
  const told =
    mocksFile === undefined ? undefined : await readMocksFile(mocksFile, testCase, subject, terminal);
  if (isProblem(told)) return told;
  const wrong = checkInput(input.value, inputFile ?? subject.file, types, subject.typesFile ?? subject.file);
  if (wrong !== undefined) return wrong;
  return simulate(machine, {
    input: input.value,
    stateMachineName: name,
    ...told,
    ...(type && { type }),
    ...options,
  });
}

function unknownState(wanted: string, machine: StateMachine): Problem | undefined {
  const names = [...walkStates(machine)].map(({ name }) => name);
  if (names.includes(wanted)) return undefined;
  const nearest = nearestName(wanted, names);
  return problem({
    code: "config/option-value",
    message: `\`--until\` cannot be "${shortened(inertLine(wanted), 80)}": there is no such state.`,
    help: nearest === undefined ? "Name a state of the machine." : `Did you mean "${nearest}"?`,
  });
}

async function readInput(
  file: string | undefined,
  terminal: Terminal,
): Promise<{ readonly value: Json } | Problem> {
  return file === undefined ? { value: {} } : readJson(file, "the input, as JSON", terminal);
}
