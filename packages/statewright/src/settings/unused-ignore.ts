import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

interface UnusedIgnore {
  readonly ignored: string;
  readonly file: string;
  readonly pointer?: string | undefined;
}

/** An accepted finding that is not there any more: kept, it would hide the next one. */
export const unusedIgnore: DiagnosticKind<UnusedIgnore> = defineDiagnostic({
  code: "config/unused-ignore",
  severity: "warning",
  message: ({ ignored, file, pointer }) =>
    `The settings ignore \`${ignored}\` in ${file}${pointer === undefined ? "" : ` at \`${pointer}\``}, but there is no such finding.`,
  help: () => "Remove the entry: it would hide the next finding of that kind.",
});
