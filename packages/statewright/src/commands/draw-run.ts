import type { Call } from "../command-line/command.ts";
import { isProblem, type Problem } from "../command-line/problem.ts";
import { type Run, runSubject } from "../inputs/run-subject.ts";
import type { Loader } from "../modules/loader.ts";
import { tally } from "../output/check-document.ts";
import { findingsText, tallyText } from "../output/findings-text.ts";
import { simulationText } from "../output/simulation-text.ts";
import { inertLine } from "../terminal/inert-line.ts";
import { findingsOf } from "./check.ts";
import { chooseSubject, executionType, readWork } from "./subject-options.ts";

/** One drawing of `dev`: what the checker finds and, when nothing of it is an error, what a run does. */
export async function drawRun(call: Call, loader: Loader, run: Run): Promise<string | Problem> {
  const work = await readWork(call, loader);
  if (isProblem(work)) return work;
  const subject = chooseSubject(work.subjects, call.value("workflow"));
  if (isProblem(subject)) return subject;
  const findings = await findingsOf({ ...work, subjects: [subject] }, call);
  const title = `${inertLine(`${subject.name}  ${subject.file}`)}  ${tallyText(findings)}\n`;
  const texts = new Map(
    subject.source.kind === "workflow" ? [] : [[subject.definitionFile ?? subject.file, subject.text]],
  );
  const report = findingsText(findings, texts, call.terminal);
  const parts = [title, ...(report === "" ? [] : [report])];
  if (tally(findings).errors > 0) return parts.join("\n");
  const type = executionType(call);
  const simulation = await runSubject(subject, call.terminal, { ...run, ...(type && { type }) });
  if (isProblem(simulation)) return simulation;
  return [...parts, simulationText(simulation, subject, call.terminal)].join("\n");
}
