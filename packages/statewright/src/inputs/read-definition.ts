import { basename } from "node:path";
import { isTemplate, parseMachine } from "@statewright/asl";
import { isProblem, type Problem } from "../command-line/problem.ts";
import { emptyText } from "./read-json.ts";
import { readTemplateMachines } from "./read-template-machines.ts";
import { shownFile } from "./read-text.ts";
import { typesOf } from "./read-types.ts";
import type { Reading } from "./reading.ts";
import type { Subject } from "./subject.ts";
import { textFormat } from "./text-format.ts";

/**
 * Reads one definition, with the types beside it, or all machines of a template. A broken text gives all its
 * mistakes and as much of a machine as can be read; a text without anything in it is a problem.
 */
export async function readDefinition(
  file: string,
  text: string,
  reading: Reading,
): Promise<readonly Subject[] | Problem> {
  if (text.trim() === "") return emptyText(file);
  const shown = shownFile(file);
  const parsed = parseMachine(text, { file: shown, format: textFormat(file, text) });
  if (isTemplate(parsed.document.value)) {
    return readTemplateMachines({ file, text, document: parsed.document }, reading);
  }
  const types = await typesOf(file, reading);
  if (isProblem(types)) return types;
  const { machine, document, diagnostics } = parsed;
  return [
    Object.freeze({
      file: shown,
      name: machineName(file),
      text,
      diagnostics: document.locate(diagnostics),
      source: { kind: "definition", document } as const,
      ...(machine && { machine }),
      ...types,
    }),
  ];
}

/** The name of a machine is its file's, without endings. */
function machineName(file: string): string {
  return file === "-" ? "machine" : basename(file).replace(/(\.asl)?\.(json|ya?ml)$/i, "");
}
