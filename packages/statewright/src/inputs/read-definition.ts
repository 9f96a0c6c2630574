import { basename } from "node:path";
import { parseMachine } from "@statewright/asl";
import { isProblem, type Problem } from "../command-line/problem.ts";
import { notYet } from "../command-line/read-arguments.ts";
import { emptyText } from "./read-json.ts";
import type { Reading } from "./read-subjects.ts";
import { shownFile } from "./read-text.ts";
import { readTypes, typesFileBeside } from "./read-types.ts";
import type { Subject } from "./subject.ts";

/**
 * Reads one definition in JSON, with the types beside it. A broken text gives all its mistakes and as much of a
 * machine as can be read; a text without anything in it is a problem.
 */
export async function readDefinition(
  file: string,
  text: string,
  { terminal, choice }: Reading,
): Promise<readonly Subject[] | Problem> {
  if (text.trim() === "") return emptyText(file);
  const shown = shownFile(file);
  const { machine, document, diagnostics } = parseMachine(text, { file: shown });
  if (isTemplate(document.value))
    return notYet(`Reading SAM and CloudFormation templates (${shownFile(file)})`);
  const typesFile = choice.types ?? typesFileBeside(file, terminal.cwd);
  const types = typesFile === undefined ? undefined : await readTypes(typesFile, terminal);
  if (isProblem(types)) return types;
  return [
    Object.freeze({
      file: shown,
      name: machineName(file),
      text,
      diagnostics: document.locate(diagnostics),
      source: { kind: "definition", document } as const,
      ...(machine && { machine }),
      ...(types && typesFile !== undefined && { types, typesFile }),
    }),
  ];
}

/** The name of a machine is its file's, without endings. */
function machineName(file: string): string {
  return file === "-" ? "machine" : basename(file).replace(/(\.asl)?\.json$/i, "");
}

function isTemplate(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Object.hasOwn(value, "States") &&
    (Object.hasOwn(value, "AWSTemplateFormatVersion") || Object.hasOwn(value, "Resources"))
  );
}
