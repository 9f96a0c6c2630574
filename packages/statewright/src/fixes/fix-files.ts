import { resolve } from "node:path";
import { type Diagnostic, summary } from "@statewright/diagnostics";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { readSubjects } from "../inputs/read-subjects.ts";
import type { Reading } from "../inputs/reading.ts";
import type { Subject } from "../inputs/subject.ts";
import { isModule } from "../modules/load-workflows.ts";
import type { FileFindings } from "../settings/apply-settings.ts";
import { inertLine, shortened } from "../terminal/inert-line.ts";
import { startProgress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { fixText, type MadeFix } from "./fix-text.ts";
import { replaceText } from "./replace-text.ts";

/** One fix can make room for the next; a definition that wants more than so many rounds goes in circles. */
const mostRounds = 10;
const mostShown = 50;

/** What is found in machines, under the settings: for each of them in their order. */
export type Find = (subjects: readonly Subject[]) => Promise<readonly FileFindings[]>;

/**
 * Makes the fixes that findings in definitions offer, again until there is nothing more to fix, and writes the files
 * that changed. Nothing is written when one of the inputs cannot be read. Says on standard error what was fixed.
 */
export async function fixFiles(
  files: readonly string[],
  reading: Reading,
  find: Find,
): Promise<Problem | undefined> {
  const { terminal } = reading;
  if (files.includes("-")) return standardInput();
  const changed = new Map<string, ChangedFile>();
  const progress = startProgress(terminal, files.length);
  for (const [index, file] of [...new Set(files)].entries()) {
    progress.at(index, file);
    if (isModule(file)) {
      terminal.note(
        inertLine(`note: ${file} is a module: its fixes are not made, as code is changed by hand.`),
      );
      continue;
    }
    const failed = await fixInput(file, reading, find, changed);
    if (failed !== undefined) {
      progress.end();
      return failed;
    }
  }
  progress.end();
  for (const [path, { shown, older, newer, made }] of changed) {
    const failed = await replaceText({ path, shown, older, newer });
    if (failed !== undefined) return failed;
    for (const fix of made.slice(0, mostShown)) terminal.note(fixLine(shown, fix));
    if (made.length > mostShown) terminal.note(`fixed: ${shown}: and ${made.length - mostShown} more`);
  }
  return undefined;
}

interface ChangedFile {
  readonly shown: string;
  readonly older: string;
  readonly newer: string;
  readonly made: readonly MadeFix[];
}

/** Fixes the files of one input, a template and the definitions it names for example; keeps them in `changed`. */
async function fixInput(
  file: string,
  reading: Reading,
  find: Find,
  changed: Map<string, ChangedFile>,
): Promise<Problem | undefined> {
  const texts = () => new Map([...changed].map(([path, { newer }]) => [path, newer]));
  let before:
    | { readonly errors: number; readonly changed: readonly (readonly [string, ChangedFile])[] }
    | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const subjects = await readSubjects([file], { ...reading, texts: texts() });
    if (isProblem(subjects)) return subjects;
    const found = await find(subjects);
    const { errors } = summary(found.flatMap(({ diagnostics }) => diagnostics));
    if (before !== undefined && errors > before.errors) {
      // Fixes that are right one by one were wrong together: the last round is taken back.
      changed.clear();
      for (const [path, entry] of before.changed) changed.set(path, entry);
      return undefined;
    }
    before = { errors, changed: [...changed] };
    if (!fixRound(subjects, found, reading.terminal, changed)) return undefined;
  }
  return undefined;
}

/** Makes one round of fixes; gives whether there was one to make. */
function fixRound(
  subjects: readonly Subject[],
  found: readonly FileFindings[],
  { cwd }: Terminal,
  changed: Map<string, ChangedFile>,
): boolean {
  let any = false;
  for (const shown of new Set(subjects.map(textFile))) {
    const own = subjects.flatMap((subject, index) =>
      textFile(subject) === shown ? [{ subject, found: found[index]?.diagnostics ?? [] }] : [],
    );
    const text = own[0]?.subject.text ?? "";
    const offered = own.flatMap((one) => one.found.filter((each) => (each.file ?? shown) === shown));
    // In a text with mistakes of syntax, what a value is and where it ends is a guess.
    if (offered.some(isSyntax)) continue;
    const fixed = fixText(text, offered);
    if (fixed.made.length === 0) continue;
    any = true;
    const path = resolve(cwd, shown);
    const earlier = changed.get(path);
    const made = [...(earlier?.made ?? []), ...fixed.made];
    changed.set(path, { shown, older: earlier?.older ?? text, newer: fixed.text, made });
  }
  return any;
}

/** The file that the ranges of a machine's findings are in. */
function textFile({ file, definitionFile }: Subject): string {
  return definitionFile ?? file;
}

function isSyntax({ code, severity }: Diagnostic): boolean {
  return code.startsWith("syntax/") && severity === "error";
}

function fixLine(file: string, { at, title, code }: MadeFix): string {
  const text = inertLine(`fixed: ${file}:${at.line + 1}:${at.character + 1}: ${title}`);
  return `${shortened(text, 300)} [${code}]`;
}

function standardInput(): Problem {
  return problem({
    code: "config/option-value",
    message: "`--fix` changes files, and `-` is none.",
    help: "Give the definition as a file, or leave out `--fix`.",
  });
}
