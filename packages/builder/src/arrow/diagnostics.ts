import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** What a name from outside of the function is. */
export interface OuterName {
  readonly name: string;
  readonly called: boolean;
  /** Compilers call helpers of theirs, and minifiers give new names to what the user wrote. */
  readonly writtenBy: "user" | "compiler" | "minifier";
}

/** A name that the function does not get through its parameters: an import, a constant, a function around it. */
export const outerVariable: DiagnosticKind<OuterName> = defineDiagnostic({
  code: "arrow/outer-variable",
  severity: "error",
  message: ({ name, called, writtenBy }) => {
    const what = `The arrow function ${called ? "calls" : "reads"} \`${name}\`,`;
    return writtenBy === "compiler"
      ? `${what} a helper that a compiler wrote for an old target.`
      : `${what} which is defined outside of it.`;
  },
  why: ({ writtenBy }) =>
    writtenBy === "compiler"
      ? "The function is never run: its text becomes an expression, and what the helper does is not in the text."
      : "The function is never run: its text becomes an expression, and Step Functions knows nothing of your program.",
  help: ({ name, called, writtenBy }) => {
    if (writtenBy === "compiler") return "Set the target of your compiler to ES2018 or later.";
    if (writtenBy === "minifier") return minified;
    return called
      ? `Write what it does into the arrow function, or call it in a task. If it is an \`expression(…)\`, pass it through \`workflow(…, { constants: { ${name} } })\` and call \`constants.${name}(…)\`.`
      : `Pass it through \`constants\`: \`workflow(…, { constants: { ${name} } })\` and \`constants.${name}\`, or through the input.`;
  },
});

const minified =
  "A minifier seems to have chosen the name: compile the workflow from its source, or build it without renaming " +
  "(`minifyIdentifiers: false` of esbuild, `mangle: false` of others) and with target ES2018 or later, to see what is meant.";

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
