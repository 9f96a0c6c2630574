import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { expandFolders } from "../inputs/expand-folders.ts";
import { readSubjects } from "../inputs/read-subjects.ts";
import type { Reading } from "../inputs/reading.ts";
import type { FindingsFormat } from "../output/print-findings.ts";
import type { FileFindings } from "../settings/apply-settings.ts";
import { readSettings } from "../settings/read-settings.ts";
import type { SettingsFile } from "../settings/settings.ts";
import { startProgress } from "../terminal/progress.ts";
import { executionType, readingOf, typeOption, typesOption, type Work } from "./subject-options.ts";

/** `statewright check`: everything that is wrong with machines, without running them. */
export const check: Command = {
  name: "check",
  usage: "FILE|FOLDER… [options]",
  summary: "structure, expressions, data flow and limits of workflows and definitions",
  details:
    "FILE is a module that exports workflows, a definition, a SAM or CloudFormation template, or `-` for standard\n" +
    "input. Of a FOLDER all definitions and templates are checked; modules in it where the settings list them.",
  options: {
    ...typesOption,
    ...typeOption,
    format: {
      value: "FORMAT",
      choices: ["text", "json", "sarif", "github"],
      about: "how findings are printed (default: text)",
    },
    "max-warnings": { value: "N", about: "exit with 1 when there are more warnings" },
    fix: { about: "make the changes that findings offer in the files of definitions, and check again" },
    baseline: {
      value: "FILE",
      about: "report only what FILE does not accept; a FILE that is not there is written",
    },
    "update-baseline": { about: "accept the findings of now in the file of --baseline" },
  },
  files: { least: 1, most: Number.POSITIVE_INFINITY },
  run,
};

/** More machines are counted in the line of the sum. */
const mostNamed = 6;

async function run(call: Call): Promise<0 | 1 | Problem> {
  const mostWarnings = warningLimit(call.value("max-warnings"));
  if (isProblem(mostWarnings)) return mostWarnings;
  const format = formatOf(call);
  if (isProblem(format)) return format;
  const baseline = call.value("baseline");
  if (call.has("update-baseline") && baseline === undefined) return noBaseline();
  const settings = await readSettings(call.terminal);
  if (isProblem(settings)) return settings;
  const reading = readingOf(call, settings);
  const expanded = await expandFolders(call.files, settings, call.terminal);
  if (isProblem(expanded)) return expanded;
  const notFixed = call.has("fix") ? await fixAll(expanded.files, call, reading, settings) : undefined;
  if (notFixed !== undefined) return notFixed;
  const read = await readSubjects(expanded.files, reading);
  if (isProblem(read)) return read;
  const work = { subjects: read.filter((subject) => !expanded.isTwice(subject, read)), settings };
  const found = await findingsOf(work, call);
  const files = baseline === undefined ? found : await withoutAccepted(baseline, found, call);
  if (isProblem(files)) return files;
  const { tally } = await import("../output/check-document.ts");
  const { isFailure } = await import("../output/findings-text.ts");
  const { printFindings } = await import("../output/print-findings.ts");
  const machines = work.subjects.filter(({ source }) => source.kind !== "template");
  const names = (machines.length > 0 ? machines : work.subjects).map(({ name }) => name);
  const subject = names.length > mostNamed ? `${names.length} machines` : names.join(", ");
  printFindings(format, { files, texts: textsOf(work), subject }, call.terminal);
  return isFailure(tally(files), mostWarnings.most) ? 1 : 0;
}

async function fixAll(
  files: readonly string[],
  call: Call,
  reading: Reading,
  settings: SettingsFile,
): Promise<Problem | undefined> {
  const { fixFiles } = await import("../fixes/fix-files.ts");
  return fixFiles(files, reading, (subjects) => findingsOf({ subjects, settings }, call));
}

async function withoutAccepted(
  baseline: string,
  files: readonly FileFindings[],
  { terminal, has }: Call,
): Promise<readonly FileFindings[] | Problem> {
  const { useBaseline } = await import("../baseline/use-baseline.ts");
  return useBaseline(baseline, files, has("update-baseline"), terminal);
}

/** The findings of each machine, under the settings. */
export async function findingsOf(work: Work, call: Call): Promise<readonly FileFindings[]> {
  const { findings } = await import("../inputs/findings.ts");
  const { applySettings } = await import("../settings/apply-settings.ts");
  const type = executionType(call);
  const progress = startProgress(call.terminal, work.subjects.length);
  const files = work.subjects.map((subject, index) => {
    progress.at(index, subject.file);
    return {
      file: subject.file,
      ...(subject.source.kind !== "template" && { machine: subject.name }),
      diagnostics: findings(subject, call.terminal, type),
    };
  });
  progress.end();
  return applySettings(files, work.settings, call.terminal.cwd);
}

/** The texts of definitions, which need not be read again to show a line of them. */
function textsOf({ subjects }: Work): ReadonlyMap<string, string> {
  return new Map(
    subjects.flatMap(({ file, definitionFile = file, text, source }) =>
      source.kind === "workflow" ? [] : [[definitionFile, text]],
    ),
  );
}

function formatOf(call: Call): FindingsFormat | Problem {
  const format = call.value("format");
  if (call.has("json") && format !== undefined && format !== "json") {
    return problem({
      code: "config/option-value",
      message: `\`--json\` and \`--format ${format}\` cannot both be.`,
      help: "Leave one of them out.",
    });
  }
  if (call.json) return "json";
  return format === "sarif" || format === "github" ? format : "text";
}

function noBaseline(): Problem {
  return problem({
    code: "config/option-value",
    message: "`--update-baseline` needs a baseline, and none was given.",
    help: "Write `--baseline FILE --update-baseline`.",
  });
}

function warningLimit(written: string | undefined): { readonly most: number } | Problem {
  if (written === undefined) return { most: Number.POSITIVE_INFINITY };
  if (/^\d{1,9}$/.test(written)) return { most: Number(written) };
  return problem({
    code: "config/option-value",
    message: `\`--max-warnings\` cannot be "${written}".`,
    help: "Write a number, such as `--max-warnings 0`.",
  });
}
