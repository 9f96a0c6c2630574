import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** A name that the function does not get through its parameters: an import, a constant, a function around it. */
export const outerVariable: DiagnosticKind<{ name: string; called: boolean }> = defineDiagnostic({
  code: "arrow/outer-variable",
  severity: "error",
  message: ({ name, called }) =>
    called
      ? `The arrow function calls \`${name}\`, which is defined outside of it.`
      : `The arrow function reads \`${name}\`, which is defined outside of it.`,
  why: () =>
    "The function is never run: its text becomes an expression, and Step Functions knows nothing of your program.",
  help: ({ name, called }) =>
    called
      ? `Write what it does into the arrow function, or call it in a task. If it is an \`expression(…)\`, pass it through \`workflow(…, { constants: { ${name} } })\` and call \`constants.${name}(…)\`.`
      : `Pass it through \`constants\`: \`workflow(…, { constants: { ${name} } })\` and \`constants.${name}\`, or through the input.`,
});

/** Something of JavaScript that is no data-flow expression. */
export const unsupportedSyntax: DiagnosticKind<{ source: string; reason: string; instead: string }> =
  defineDiagnostic({
    code: "arrow/syntax",
    severity: "error",
    message: ({ source }) => `\`${source}\` cannot stand in an arrow function of a workflow.`,
    why: ({ reason }) => reason,
    help: ({ instead }) => instead,
  });

/** A function whose text is not what its author wrote, or is no text at all. */
export const unreadable: DiagnosticKind<{ reason: string; instead: string }> = defineDiagnostic({
  code: "arrow/unreadable",
  severity: "error",
  message: () => "The text of this function cannot be read.",
  why: ({ reason }) => reason,
  help: ({ instead }) => instead,
});

/** A part of the scope that does not exist. */
export const unknownParameter: DiagnosticKind<{
  name: string;
  known: readonly string[];
  closest: string | undefined;
}> = defineDiagnostic({
  code: "arrow/unknown-parameter",
  severity: "error",
  message: ({ name }) => `There is no \`${name}\` for an arrow function to read.`,
  why: ({ known }) => `What a state can see is ${known.map((one) => `\`${one}\``).join(", ")}.`,
  help: ({ closest }) => closest && `Did you mean \`${closest}\`?`,
});
