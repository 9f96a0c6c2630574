import { dirname, join, resolve } from "node:path";
import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import type { Subject } from "../inputs/subject.ts";
import { isModule } from "../modules/load-workflows.ts";
import type { NewFile } from "../output/write-whole.ts";
import { findingsOf } from "./check.ts";
import { readWork } from "./subject-options.ts";

/** `statewright build`: modules become definitions and their types files. */
export const build: Command = {
  name: "build",
  usage: "FILE… [--out DIR]",
  summary: "TypeScript → ASL: NAME.asl.json and NAME.types.json for each exported workflow, checked",
  details:
    "Nothing is written when there are errors. A file is replaced only if what it holds is a machine or types.",
  options: {
    out: { value: "DIR", about: "the folder to write into (default: beside the module)" },
    target: {
      value: "TARGET",
      choices: ["asl"],
      plannedChoices: ["sam", "cloudformation", "terraform"],
      about: "what is written (default: asl)",
    },
  },
  plannedOptions: ["split"],
  files: { least: 1, most: Number.POSITIVE_INFINITY },
  run,
};

async function run(call: Call): Promise<0 | 1 | Problem> {
  const other = call.files.find((file) => !isModule(file));
  if (other !== undefined) return notModule(other);
  const work = await readWork(call);
  if (isProblem(work)) return work;
  const findings = await findingsOf(work, call);
  const { checkDocument, tally } = await import("../output/check-document.ts");
  const { findingsText, isFailure, tallyText } = await import("../output/findings-text.ts");
  const failed = isFailure(tally(findings));
  const written = failed ? [] : await write(work.subjects, call);
  if (isProblem(written)) return written;
  const report = findingsText(findings, new Map(), call.terminal);
  if (report) call.terminal.note(report.trimEnd());
  if (failed) call.terminal.note(`\n${tallyText(findings)}: nothing was written.`);
  if (call.json) {
    call.terminal.out(`${JSON.stringify({ written, ...(checkDocument(findings) as object) }, null, 2)}\n`);
  } else for (const file of written) call.terminal.out(`${file}\n`);
  return failed ? 1 : 0;
}

/** Writes all files or, if one of them may not be written, none. Gives their names as they are shown. */
async function write(subjects: readonly Subject[], call: Call): Promise<readonly string[] | Problem> {
  const { nameProblem } = await import("../output/file-name.ts");
  const { overwriteProblem, writeWhole } = await import("../output/write-whole.ts");
  const wrongName = subjects.map(({ name, file }) => nameProblem(name, file)).find(isProblem);
  if (wrongName !== undefined) return wrongName;
  const files = subjects.flatMap((subject) => newFiles(subject, call));
  const same = files.find(({ path }, index) => files.findIndex((one) => one.path === path) !== index);
  if (same !== undefined) return twice(same);
  for (const file of files) {
    const refused = await overwriteProblem(file);
    if (refused !== undefined) return refused;
  }
  for (const file of files) {
    const failed = await writeWhole(file);
    if (failed !== undefined) return failed;
  }
  return files.map(({ shown }) => shown);
}

function newFiles({ name, file, text, types }: Subject, call: Call): readonly NewFile[] {
  const folder = call.value("out") ?? dirname(file);
  const place = (ending: string) => {
    const shown = join(folder, `${name}${ending}`);
    return { shown, path: resolve(call.terminal.cwd, shown) };
  };
  return [
    { ...place(".asl.json"), text, replaces: (older) => hasKeys(older, ["StartAt", "States"]) },
    {
      ...place(".types.json"),
      text: `${JSON.stringify(types, null, 2)}\n`,
      replaces: (older) => hasKeys(older, ["version"]) && !hasKeys(older, ["name"]),
    },
  ];
}

/** Whether a text is a JSON object with these keys. */
function hasKeys(text: string, keys: readonly string[]): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && keys.every((key) => Object.hasOwn(value, key));
  } catch {
    return false;
  }
}

function twice({ shown }: NewFile): Problem {
  return problem({
    code: "config/same-name",
    file: shown,
    message: "Two of the workflows have one name and would write this file both.",
    help: "Give them different names, or build them into different folders with `--out DIR`.",
  });
}

function notModule(file: string): Problem {
  return problem({
    code: "config/file-kind",
    file,
    message: "`build` compiles modules with workflows (.ts, .mts, .js, .mjs), and this is none.",
    help: "`statewright check` checks a definition.",
  });
}
