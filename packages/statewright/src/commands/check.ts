import type { Call, Command } from "../command-line/command.ts";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import type { FindingsFormat } from "../output/print-findings.ts";
import type { FileFindings } from "../settings/apply-settings.ts";
import { executionType, readWork, typeOption, typesOption, type Work } from "./subject-options.ts";

/** `statewright check`: everything that is wrong with machines, without running them. */
export const check: Command = {
  name: "check",
  usage: "FILE… [options]",
  summary: "structure, expressions, data flow and limits of workflows and definitions",
  details:
    "FILE is a module that exports workflows, a definition in JSON, or `-` for a definition on standard input.",
  options: {
    ...typesOption,
    ...typeOption,
    format: {
      value: "FORMAT",
      choices: ["text", "json", "sarif", "github"],
      about: "how findings are printed (default: text)",
    },
    "max-warnings": { value: "N", about: "exit with 1 when there are more warnings" },
    baseline: {
      value: "FILE",
      about: "report only what is not accepted in FILE; written with all findings if it is not there",
    },
    "update-baseline": { about: "accept the findings of now in the file of --baseline" },
  },
  plannedOptions: ["fix"],
  files: { least: 1, most: Number.POSITIVE_INFINITY },
  run,
};

async function run(call: Call): Promise<0 | 1 | Problem> {
  const mostWarnings = warningLimit(call.value("max-warnings"));
  if (isProblem(mostWarnings)) return mostWarnings;
  const format = formatOf(call);
  if (isProblem(format)) return format;
  const baseline = call.value("baseline");
  if (call.has("update-baseline") && baseline === undefined) return noBaseline();
  const work = await readWork(call);
  if (isProblem(work)) return work;
  const found = await findingsOf(work, call);
  const files = baseline === undefined ? found : await withoutAccepted(baseline, found, call);
  if (isProblem(files)) return files;
  const { tally } = await import("../output/check-document.ts");
  const { isFailure } = await import("../output/findings-text.ts");
  const { printFindings } = await import("../output/print-findings.ts");
  const subject = work.subjects.map(({ name }) => name).join(", ");
  printFindings(format, { files, texts: textsOf(work), subject }, call.terminal);
  return isFailure(tally(files), mostWarnings.most) ? 1 : 0;
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
  const files = work.subjects.map((subject) => ({
    file: subject.file,
    machine: subject.name,
    diagnostics: findings(subject, call.terminal, type),
  }));
  return applySettings(files, work.settings, call.terminal.cwd);
}

/** The texts of definitions, which need not be read again to show a line of them. */
function textsOf({ subjects }: Work): ReadonlyMap<string, string> {
  return new Map(
    subjects.flatMap(({ file, text, source }) => (source.kind === "definition" ? [[file, text]] : [])),
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
