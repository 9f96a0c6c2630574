import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { readJson } from "../inputs/read-json.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { chooseSubject, readWork, workflowOption } from "./subject-options.ts";

/** `statewright graph`: a picture of a machine, or of one execution on it. */
export const graph: Command = {
  name: "graph",
  usage: "FILE [options]",
  summary: "a picture of the machine, or of one execution on it, as Mermaid text",
  options: {
    format: {
      value: "FORMAT",
      choices: ["mermaid"],
      plannedChoices: ["svg", "dot", "png"],
      about: "the kind of picture (default: mermaid)",
    },
    execution: {
      value: "FILE",
      about: "marks the states of an execution: what `simulate --json` or get-execution-history printed",
    },
    ...workflowOption,
  },
  files: { least: 1, most: 1 },
  run,
};

async function run(call: Call): Promise<0 | Problem> {
  const work = await readWork(call);
  if (isProblem(work)) return work;
  const subject = chooseSubject(work.subjects, call.value("workflow"));
  if (isProblem(subject)) return subject;
  const { machine, name, file, diagnostics } = subject;
  if (machine === undefined) {
    return problem({
      code: "config/no-machine",
      file,
      message: `There is no machine in it that could be drawn: ${diagnostics[0]?.message ?? "it holds none."}`,
      help: "`statewright check` shows all that is wrong.",
    });
  }
  const executionFile = call.value("execution");
  const execution = executionFile === undefined ? undefined : await readVisited(executionFile, call.terminal);
  if (isProblem(execution)) return execution;
  const { mermaid } = await import("@statewright/analysis");
  const text = mermaid(machine, execution === undefined ? {} : { execution });
  const document = { file, machine: name, format: "mermaid", text };
  call.terminal.out(call.json ? `${JSON.stringify(document, null, 2)}\n` : `${text.trimEnd()}\n`);
  return 0;
}

/** The names of the states that an execution entered, in their order. */
async function readVisited(file: string, terminal: Terminal): Promise<readonly string[] | Problem> {
  const read = await readJson(file, "an execution", terminal);
  if (isProblem(read)) return read;
  const { value } = read;
  const states = member(value, "states");
  if (Array.isArray(states)) return states.filter((name) => typeof name === "string");
  const events = member(value, "events");
  if (Array.isArray(events)) {
    return events.map((event) => member(member(event, "stateEnteredEventDetails"), "name")).filter(isText);
  }
  return problem({
    code: "config/execution-file",
    file,
    message: "There is neither `states` nor `events` in it, so it is no execution.",
    help: "Give what `statewright simulate --json` or `aws stepfunctions get-execution-history` printed.",
  });
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
