import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import type { Evaluation, EvaluationData } from "@statewright/simulator";
import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { inSource } from "../inputs/in-source.ts";
import { readJson } from "../inputs/read-json.ts";
import type { Subject } from "../inputs/subject.ts";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import { readRunOptions } from "./run-options.ts";
import { chooseSubject, readWork, workflowOption } from "./subject-options.ts";

/** `statewright eval`: one expression of a machine on sample data. */
export const evalCommand: Command = {
  name: "eval",
  usage: "FILE --at POINTER [--input F] [options]",
  summary: "one expression of a machine on sample data: its value, or its error underlined",
  details:
    "POINTER names an expression, a path, an intrinsic function, a whole template or a rule of a Choice,\nsuch as /States/Charge/Output/total. Exits with 1 when the evaluation fails as it would on AWS.",
  options: {
    at: { value: "POINTER", about: "where in the machine: a JSON Pointer" },
    input: { value: "FILE", about: "the input of the state, a JSON file (default: {})" },
    variables: { value: "FILE", about: "the variables, a JSON object by their names" },
    result: { value: "FILE", about: "the result of the state: `$states.result`, `$` of ResultSelector" },
    error: { value: "FILE", about: 'the Error Output that a catcher sees: {"Error": …, "Cause": …}' },
    context: { value: "FILE", about: "the context object, instead of that of a new execution" },
    seed: { value: "N", about: "all that is random (default: 0)" },
    start: { value: "TIME", about: "when the execution starts (default: 2026-01-01T00:00:00Z)" },
    ...workflowOption,
  },
  files: { least: 1, most: 1 },
  run,
};

async function run(call: Call): Promise<0 | 1 | Problem> {
  const at = call.value("at");
  if (at === undefined || (at !== "" && !at.startsWith("/"))) return noPointer(at);
  const options = readRunOptions(call);
  if (isProblem(options)) return options;
  const data = await readData(call);
  if (isProblem(data)) return data;
  const work = await readWork(call);
  if (isProblem(work)) return work;
  const subject = chooseSubject(work.subjects, call.value("workflow"));
  if (isProblem(subject)) return subject;
  if (subject.machine === undefined) return noMachine(subject);
  const { evaluateAt } = await import("@statewright/simulator");
  const { seed, start } = options;
  const given = { ...data, ...(seed !== undefined && { seed }), ...(start !== undefined && { start }) };
  const evaluation = evaluateAt(subject.machine, at, given);
  switch (evaluation.status) {
    case "value":
      print(call, call.json ? { value: evaluation.value } : evaluation.value);
      return 0;
    case "nothing":
      return nothingThere(subject, evaluation, at);
    case "refused":
    case "failed":
      await reportFailure(call, subject, evaluation);
      return 1;
  }
}

function print({ terminal }: Call, document: unknown): void {
  terminal.out(`${JSON.stringify(document, null, 2)}\n`);
}

type Failure = Extract<Evaluation, { status: "failed" | "refused" }>;

async function reportFailure(call: Call, subject: Subject, failure: Failure): Promise<void> {
  const finding = findingOf(failure, !call.json);
  const [placed = finding] = await inSource(subject, finding, call.terminal);
  const { file, range, emitted } = placed;
  if (call.json) {
    const place = {
      pointer: failure.pointer,
      ...(file !== undefined && { file }),
      ...(range && { range }),
      ...(emitted && { emitted }),
    };
    if (failure.status === "refused") print(call, { refused: { message: finding.message, ...place } });
    else print(call, { error: { name: failure.error, cause: failure.cause, ...place } });
    return;
  }
  const { findingsText } = await import("../output/findings-text.ts");
  const isDefinition = subject.source.kind === "definition";
  const shown = subject.definitionFile ?? subject.file;
  const texts = new Map(isDefinition ? [[placed.file ?? shown, subject.text]] : []);
  const files = [{ file: shown, machine: subject.name, diagnostics: [placed] }];
  call.terminal.out(findingsText(files, texts, call.terminal));
}

/** AWS's causes hold all of the data; on a terminal the beginning is enough. */
const longestCause = 2000;

function findingOf(failure: Failure, shorten: boolean): Diagnostic {
  const { pointer, status } = failure;
  if (status === "refused") {
    const message = `The simulator cannot evaluate ${failure.what}.`;
    return { code: "simulate/unsupported", severity: "error", message, pointer };
  }
  const { error, cause, within } = failure;
  const text = shorten ? shortened(cause, longestCause) : cause;
  const message = `${error}: ${text}`;
  return { code: "simulate/evaluation", severity: "error", message, pointer, ...(within && { within }) };
}

async function readData(call: Call): Promise<EvaluationData | Problem> {
  const data: { -readonly [Name in keyof EvaluationData]: EvaluationData[Name] } = {};
  for (const [option, name, what] of [
    ["input", "input", "the input"],
    ["result", "result", "the result"],
    ["error", "errorOutput", "the Error Output"],
    ["context", "context", "the context object"],
  ] as const) {
    const read = await readOption(call, option, what);
    if (isProblem(read)) return read;
    if (read !== undefined) data[name] = read.value;
  }
  const variables = await readOption(call, "variables", "the variables");
  if (variables === undefined) return data;
  if (isProblem(variables)) return variables;
  const { value } = variables;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return problem({
      code: "config/option-value",
      file: call.value("variables"),
      message: "The variables must be an object.",
      help: 'Write them by their names: { "total": 3 }.',
    });
  }
  return { ...data, variables: value as Readonly<Record<string, Json>> };
}

async function readOption(
  call: Call,
  option: string,
  what: string,
): Promise<{ readonly value: Json } | undefined | Problem> {
  const file = call.value(option);
  return file === undefined ? undefined : readJson(file, `${what}, as JSON`, call.terminal);
}

function noPointer(at: string | undefined): Problem {
  return problem({
    code: "config/option-value",
    message:
      at === undefined
        ? "`--at` is missing: it says which expression to evaluate."
        : `\`--at\` cannot be "${shortened(inertLine(at), 80)}".`,
    help: "Write a JSON Pointer into the machine, such as `--at /States/Charge/Output`.",
  });
}

function nothingThere(
  { file, diagnostics }: Subject,
  { why, nearest }: Extract<Evaluation, { status: "nothing" }>,
  at: string,
): Problem {
  const names = nearest.map((pointer) => `\`${shortened(inertLine(pointer), 120)}\``).join(", ");
  const isBroken = diagnostics.some(({ severity, pointer = "" }) => {
    const state = pointer.replace(/\/Type$/, ""); // without a type nothing else of a state is read
    return severity === "error" && state !== "" && `${at}/`.startsWith(`${state}/`);
  });
  const meant =
    nearest.length === 0 ? "Name a field of a state that holds an expression." : `Did you mean ${names}?`;
  return problem({
    code: "config/no-expression",
    file,
    message: `${why}: \`${shortened(inertLine(at), 120)}\`.`,
    help: isBroken ? "That state cannot be read; `statewright check` shows why." : meant,
  });
}

function noMachine({ file, diagnostics }: Subject): Problem {
  return problem({
    code: "config/no-machine",
    file,
    message: `There is no machine in it that can be read: ${diagnostics[0]?.message ?? "it holds none."}`,
    help: "`statewright check` shows all that is wrong.",
  });
}
