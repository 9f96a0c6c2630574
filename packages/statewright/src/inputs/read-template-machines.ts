import { basename } from "node:path";
import {
  type MachineDocument,
  parseMachine,
  readTemplate,
  type TemplateMachine,
  type TemplateUri,
} from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import { isProblem, type Problem, problem } from "../command-line/problem.ts";
import { definitionFile } from "./definition-file.ts";
import { definitionUri, type Refusal } from "./definition-uri.ts";
import { shownFile } from "./read-text.ts";
import { typesOf } from "./read-types.ts";
import { type Reading, readMachineText } from "./reading.ts";
import type { Subject } from "./subject.ts";
import { textFormat } from "./text-format.ts";

/** A text that was found to be a template. */
export interface TemplateText {
  readonly file: string;
  readonly text: string;
  /** Where the values of the template stand. */
  readonly document: MachineDocument;
}

/**
 * Reads every machine of a SAM or CloudFormation template, those too whose definitions are files below its folder.
 * What is wrong in the template itself comes as a subject without a machine.
 */
export async function readTemplateMachines(
  template: TemplateText,
  reading: Reading,
): Promise<readonly Subject[] | Problem> {
  const { file, text } = template;
  const shown = shownFile(file);
  const { machines, uris, diagnostics } = readTemplate(text, { file: shown, format: textFormat(file, text) });
  const types = await typesOf("-", reading);
  if (isProblem(types)) return types;
  const subjects = machines.map((machine) => inlineMachine(machine, { ...types, file: shown, text }));
  const unread: Diagnostic[] = [];
  for (const uri of uris) {
    const read = await namedMachine(uri, template, reading);
    if (isProblem(read)) return read;
    if ("source" in read) subjects.push(read);
    else unread.push(read);
  }
  const about = [...diagnostics, ...unread];
  if (subjects.length === 0 && about.length === 0) return noMachine(shown);
  if (about.length === 0) return subjects;
  const name = basename(shown).replace(/\.(json|ya?ml)$/i, "");
  const itself = { file: shown, name, text, diagnostics: about, source: { kind: "template" } as const };
  return [Object.freeze(itself), ...subjects];
}

function inlineMachine(
  { logicalId, type, machine, document, diagnostics }: TemplateMachine,
  parts: Pick<Subject, "file" | "text" | "types" | "typesFile">,
): Subject {
  return Object.freeze({
    ...parts,
    name: logicalId,
    diagnostics: document.locate(diagnostics),
    source: { kind: "definition", document } as const,
    ...(machine && { machine }),
    ...(type && { type }),
  });
}

/** The machine of a `DefinitionUri`; or the finding that says why it is not read. */
async function namedMachine(
  { logicalId, uri, pointer, type }: TemplateUri,
  template: TemplateText,
  reading: Reading,
): Promise<Subject | Diagnostic | Problem> {
  const shown = shownFile(template.file);
  const unread = (refusal: Refusal): Diagnostic => {
    const range = template.document.rangeOf(pointer);
    const severity = refusal === "elsewhere" ? "hint" : refusal === "outside" ? "warning" : "error";
    const place = { file: shown, ...(range && { range }) };
    return definitionUri.at(place, { logicalId, uri, refusal }, { severity });
  };
  const found = definitionFile(template.file, uri, reading.terminal.cwd);
  if ("refused" in found) return unread(found.refused);
  const text = await readMachineText(found.file, reading);
  if (isProblem(text) || text.trim() === "") return unread("unreadable");
  const types = await typesOf(found.file, reading);
  if (isProblem(types)) return types;
  const { machine, document, diagnostics } = parseMachine(text, {
    file: found.file,
    format: textFormat(found.file, text),
  });
  return Object.freeze({
    file: shown,
    definitionFile: found.file,
    name: logicalId,
    text,
    diagnostics: document.locate(diagnostics),
    source: { kind: "definition", document } as const,
    ...(machine && { machine }),
    ...(type && { type }),
    ...types,
  });
}

function noMachine(file: string): Problem {
  return problem({
    code: "config/no-machine",
    file,
    message: "The template has no state machine.",
    help: "Give a template with an `AWS::Serverless::StateMachine` or `AWS::StepFunctions::StateMachine`.",
  });
}
