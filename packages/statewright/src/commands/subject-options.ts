import type { Call, Options } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { syntaxProblem } from "../inputs/read-json.ts";
import { readSubjects } from "../inputs/read-subjects.ts";
import type { Reading } from "../inputs/reading.ts";
import type { ExecutionType, Subject } from "../inputs/subject.ts";
import type { Loader } from "../modules/loader.ts";
import { readSettings } from "../settings/read-settings.ts";
import type { SettingsFile } from "../settings/settings.ts";

/** The option that names the types of a definition. */
export const typesOption: Options = {
  types: { value: "FILE", about: "the types of the definition (default: NAME.types.json beside it)" },
};

/** The option that chooses the execution type. */
export const typeOption: Options = {
  type: {
    value: "TYPE",
    choices: ["STANDARD", "EXPRESS"],
    about: "the kind of executions (default: what a template says, else STANDARD)",
  },
};

/** The option that chooses one workflow of a module. */
export const workflowOption: Options = {
  workflow: {
    value: "NAME",
    about: "which workflow of a module, or machine of a template, if it has several",
  },
};

/** What a command works on, with the settings that hold there. */
export interface Work {
  readonly subjects: readonly Subject[];
  readonly settings: SettingsFile;
}

/** Reads the settings and all machines of the files of a call. */
export async function readWork(call: Call, loader?: Loader): Promise<Work | Problem> {
  const settings = await readSettings(call.terminal);
  if (isProblem(settings)) {
    loader?.close();
    return settings;
  }
  const reading = { ...readingOf(call, settings), ...(loader && { loader }) };
  const subjects = await readSubjects(call.files, reading);
  return isProblem(subjects) ? subjects : { subjects, settings };
}

/** How the files of a call are read, under its settings. */
export function readingOf(call: Call, { settings }: SettingsFile): Reading {
  return { terminal: call.terminal, settings, choice: { types: call.value("types") } };
}

/** The execution type of a call. */
export function executionType(call: Call): ExecutionType | undefined {
  const type = call.value("type");
  return type === "STANDARD" || type === "EXPRESS" ? type : undefined;
}

/**
 * The one machine a command is about: the only one, or the one that `--workflow` names. A text with mistakes of
 * syntax is a problem: what can be read of it is no machine to run or to draw.
 */
export function chooseSubject(subjects: readonly Subject[], wanted: string | undefined): Subject | Problem {
  const templates = subjects.filter(({ source }) => source.kind === "template");
  const subject = wantedSubject(
    subjects.filter((one) => !templates.includes(one)),
    templates[0],
    wanted,
  );
  if (isProblem(subject)) return subject;
  for (const { file, definitionFile = file, diagnostics } of [...templates, subject]) {
    const broken = syntaxProblem(definitionFile, diagnostics);
    if (broken !== undefined) return broken;
  }
  return subject;
}

function wantedSubject(
  subjects: readonly Subject[],
  template: Subject | undefined,
  wanted: string | undefined,
): Subject | Problem {
  const names = subjects.map(({ name }) => `"${name}"`).join(", ");
  const [only, ...others] = subjects;
  if (only === undefined) {
    return problem({
      code: "config/no-machine",
      file: template?.file,
      message: `There is no machine in it that can be read: ${template?.diagnostics[0]?.message ?? "it holds none."}`,
      help: "`statewright check` shows all that is wrong.",
    });
  }
  const { file, source } = only;
  const what = source.kind === "workflow" ? "workflow" : "state machine";
  if (wanted !== undefined) {
    const message = `There is no ${what} "${wanted}" in it.`;
    const found = subjects.find(({ name }) => name === wanted);
    return found ?? problem({ code: "config/workflow-choice", file, message, help: `There is: ${names}.` });
  }
  if (others.length === 0) return only;
  const holder = source.kind === "workflow" ? "The module exports" : "The template has";
  return problem({
    code: "config/workflow-choice",
    file,
    message: `${holder} ${subjects.length} ${what}s: ${names}.`,
    help: "Say which one with `--workflow NAME`.",
  });
}
