import type { Diagnostic } from "@statewright/diagnostics";
import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem } from "../command-line/problem.ts";
import { brokenDocument } from "../inputs/broken-document.ts";
import { inSource } from "../inputs/in-source.ts";
import { type ExecutionRead, readExecution } from "../inputs/read-execution.ts";
import { readText } from "../inputs/read-text.ts";
import type { Subject } from "../inputs/subject.ts";
import { inertLine } from "../terminal/inert-line.ts";
import { chooseSubject, executionType, readWork, typeOption, workflowOption } from "./subject-options.ts";

/** `statewright diagnose`: why an execution failed. */
export const diagnoseCommand: Command = {
  name: "diagnose",
  usage: "HISTORY [FILE] [--redact]",
  summary: "why an execution failed: the state, the expression, the value that was there, what to do",
  details:
    "HISTORY is what `aws stepfunctions get-execution-history` prints, a recording, or what `simulate --json` prints.\nFILE is the machine, if HISTORY does not hold it. Exits with 1 when the execution failed.",
  options: {
    redact: { about: "print no values: only their shape" },
    ...typeOption,
    ...workflowOption,
  },
  files: { least: 1, most: 2 },
  run,
};

async function run(call: Call): Promise<0 | 1 | Problem> {
  const [historyFile = "", file] = call.files;
  const subject = file === undefined ? undefined : await readSubject(call, file);
  if (isProblem(subject)) return subject;
  const execution = await readExecution(historyFile, call.terminal);
  if (isProblem(execution)) return execution;
  const { diagnose, redactDiagnosis } = await import("@statewright/simulator");
  const machine = subject?.machine ?? (await machineOf(execution));
  const type = executionType(call) ?? execution.type;
  const whole = diagnose({ events: execution.events, type, ...(machine && { machine }) });
  const diagnosis = call.has("redact") ? redactDiagnosis(whole) : whole;
  if (subject !== undefined && diagnosis.state !== null && diagnosis.pointer === null)
    call.terminal.note(
      inertLine(`note: ${file} has no state "${diagnosis.state}": is it the machine that ran?`),
    );
  const placed = subject && (await placeOf(call, subject, diagnosis.pointer));
  const text = await textAround(call, subject, placed);
  const { diagnosisDocument, diagnosisText } = await import("../output/diagnosis-text.ts");
  call.terminal.out(
    call.json
      ? `${JSON.stringify(diagnosisDocument(diagnosis, placed), null, 2)}\n`
      : diagnosisText(diagnosis, placed, text, call.terminal),
  );
  return diagnosis.kind === "none" || diagnosis.kind === "running" ? 0 : 1;
}

async function readSubject(call: Call, file: string): Promise<Subject | Problem> {
  const work = await readWork({ ...call, files: [file] });
  if (isProblem(work)) return work;
  const subject = chooseSubject(work.subjects, call.value("workflow"));
  if (isProblem(subject) || subject.machine !== undefined) return subject;
  return brokenDocument(file, subject.diagnostics);
}

/** The machine of a recording; one that cannot be read is as good as none. */
async function machineOf({ definition }: ExecutionRead) {
  if (definition === undefined) return undefined;
  const { parseMachine, readMachine } = await import("@statewright/asl");
  return typeof definition === "string" ? parseMachine(definition).machine : readMachine(definition).machine;
}

/** Where the field stands in the file that the user wrote. */
async function placeOf(
  call: Call,
  subject: Subject,
  pointer: string | null,
): Promise<Diagnostic | undefined> {
  if (pointer === null) return undefined;
  const finding: Diagnostic = { code: "simulate/evaluation", severity: "error", message: "", pointer };
  const [placed] = await inSource(subject, finding, call.terminal);
  return placed && { ...placed, file: placed.file ?? subject.definitionFile ?? subject.file };
}

/** The text of the file that the field stands in. */
async function textAround(
  { terminal }: Call,
  subject: Subject | undefined,
  placed: Diagnostic | undefined,
): Promise<string | undefined> {
  if (placed?.file === undefined || subject?.source.kind === "definition") return subject?.text;
  const text = await readText(placed.file, "a module", terminal);
  return isProblem(text) ? undefined : text;
}
