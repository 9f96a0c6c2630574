import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** `States.StringSplit` leaves empty parts out. */
export const emptyParts: DiagnosticKind<{ source: string }> = defineDiagnostic({
  code: "arrow/empty-parts",
  severity: "warning",
  message: ({ source }) => `\`${source}\` leaves out empty parts.`,
  why: () => 'JSONPath\'s `States.StringSplit` turns `"a,,b"` into two parts where JavaScript makes three.',
  help: () => 'Add `.filter((part) => part !== "")`, which is what happens, or use JSONata for this state.',
});
