import { parseMachine, type StateMachine } from "@statewright/asl";
import { bug, type Diagnostic } from "@statewright/diagnostics";
import {
  checkMocks,
  isLocalMockFile,
  readLocalMocks,
  readMocks,
  type SimulateOptions,
} from "@statewright/simulator";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { inertLine } from "../terminal/inert-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readJson } from "./read-json.ts";
import { readText } from "./read-text.ts";
import { fileOfMocks, withReaderFiles } from "./reader-files.ts";
import type { Subject } from "./subject.ts";
import { textFormat } from "./text-format.ts";

/** What a mocks file says: answers, and the machines and objects whose files it names. */
export type ReadMocksFile = Required<Pick<SimulateOptions, "mocks">> & Pick<SimulateOptions, "machines">;

/** Reads a mocks file with the files it names; their paths are seen from it. */
export async function readMocksFile(
  file: string,
  testCase: string | undefined,
  { machine, name: stateMachineName }: Subject,
  terminal: Terminal,
): Promise<ReadMocksFile | Problem> {
  const json = await readJson(file, "the mocks, as JSON", terminal);
  if (isProblem(json)) return json;
  const { mocks, diagnostics } =
    testCase !== undefined && machine !== undefined && isLocalMockFile(json.value)
      ? readLocalMocks(json.value, machine, { testCase, stateMachineName })
      : readMocks(json.value);
  const machines = mocks?.machines && (await readMachines(mocks.machines, file, terminal));
  if (isProblem(machines)) return machines;
  const found = [...diagnostics, ...(mocks && machine ? checkMocks(mocks, machine, machines) : [])];
  const error = found.find(({ severity }) => severity === "error");
  if (testCase !== undefined && !isLocalMockFile(json.value)) return noTestCases(file);
  if (mocks === undefined || error !== undefined) return mocksProblem(error ?? found[0], file);
  for (const { message, help } of found)
    terminal.note(inertLine(`warning: ${file}: ${message} ${help ?? ""}`).trimEnd());
  const whole =
    mocks.readers === undefined ? mocks : await withReaderFiles(mocks, mocks.readers, file, terminal);
  return isProblem(whole) ? whole : { mocks: whole, ...(machines && { machines }) };
}

/** The machines that tasks start. */
async function readMachines(
  files: Readonly<Record<string, string>>,
  mocksFile: string,
  terminal: Terminal,
): Promise<Readonly<Record<string, StateMachine>> | Problem> {
  const machines: [string, StateMachine][] = [];
  for (const [key, named] of Object.entries(files)) {
    const file = fileOfMocks(named, `\`machines\` names for \`${key}\``, mocksFile, terminal);
    if (isProblem(file)) return file;
    const text = await readText(file, "a state machine", terminal);
    if (isProblem(text)) return text;
    const { machine, diagnostics } = parseMachine(text, { file, format: textFormat(file, text) });
    if (machine === undefined) {
      return problem({
        code: "config/no-machine",
        file,
        message: `There is no machine in it that can be read: ${diagnostics[0]?.message ?? "it holds none."}`,
        help: "`statewright check` shows all that is wrong.",
      });
    }
    machines.push([key, machine]);
  }
  return Object.fromEntries(machines);
}

function noTestCases(file: string): Problem {
  return problem({
    code: "config/option-value",
    file,
    message: "`--test-case` needs a mock file of Step Functions Local, and this is none.",
    help: "Leave `--test-case` out: all of these mocks are used.",
  });
}

function mocksProblem(error: Diagnostic | undefined, file: string): Problem {
  if (error === undefined) return bug("mocks were refused without a reason");
  const { code, message, why, help } = error;
  return problem({ code, file, message: why === undefined ? message : `${message} ${why}`, help });
}
