import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { DefinitionFile } from "./definition-file.ts";

export type Refusal = Extract<DefinitionFile, { refused: string }>["refused"] | "unreadable";

interface UnreadUri {
  readonly logicalId: string;
  readonly uri: string;
  readonly refusal: Refusal;
}

const reasons: Readonly<Record<Refusal, string>> = {
  elsewhere: "It is no file of this machine.",
  outside: "It lies outside the template's folder, where nothing is read.",
  missing: "There is no such file.",
  "no-file": "There is no plain file in that place.",
  unreadable: "It cannot be read as text.",
};

/** A `DefinitionUri` whose file is not read: the machine is not checked, which must not look like no findings. */
export const definitionUri: DiagnosticKind<UnreadUri> = defineDiagnostic({
  code: "config/definition-uri",
  severity: "error",
  message: ({ logicalId, uri }) =>
    `The definition of "${logicalId}" is not checked: \`${uri}\` was not read.`,
  why: ({ refusal }) => reasons[refusal],
  help: ({ refusal }) =>
    refusal === "elsewhere" || refusal === "outside"
      ? "Check the file by its own name, or move it below the template's folder."
      : "Give the path as it is seen from the template's folder.",
});
