import { type Diagnostic, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { JsonPath } from "@statewright/expressions";
import type { PathSite } from "./doubtful-paths.ts";
import type { Rule } from "./rule.ts";

/** A path that may select several values where one place must be named (R-PATH-03). */
export const noReferencePath: DiagnosticKind<{ field: string; sign: string }> = defineDiagnostic({
  code: "expression/reference-path",
  severity: "error",
  message: ({ field, sign }) => `\`${field}\` takes a path to one place, but ${sign} can select several.`,
  why: () => "Here AWS takes a reference path: names and single indexes alone.",
  help: () => "Name one place, such as `$.order.items` or `$.rows[0]`.",
});

/** A `ResultPath` outside of the state's input (R-RP-03). */
export const foreignResultPath: DiagnosticKind<{ root: string }> = defineDiagnostic({
  code: "expression/result-path",
  severity: "error",
  message: ({ root }) => `\`ResultPath\` puts the result into ${root}.`,
  why: () =>
    "A result is put into the input of the state; the context object and variables cannot be written so.",
  help: ({ root }) =>
    root === "a variable"
      ? "Begin the path with `$.`, or assign the variable with `Assign`."
      : "Begin the path with `$.`.",
});

/** Fields that name one place do. */
export const referencePaths: Rule = ({ paths }) => {
  const found: Diagnostic[] = [];
  for (const site of paths) {
    if (site.takes !== "reference" || site.value?.kind !== "path") continue;
    const { path } = site.value;
    const { field, pointer, state } = site;
    if (!path.isReference) {
      const step = path.steps.find(({ kind }) => kind !== "child" && kind !== "index");
      const place = { state: state.name, pointer, within: step?.span ?? path.span };
      found.push(noReferencePath.at(place, { field, sign: signOf(path, step?.span) }));
    } else if (field === "ResultPath" && path.root.kind !== "document") {
      found.push(foreign(site, path));
    }
  }
  return found;
};

function signOf({ text }: JsonPath, span: { start: number; end: number } | undefined): string {
  return `\`${span === undefined ? text : text.slice(span.start, span.end)}\``;
}

function foreign({ pointer, state }: PathSite, { root }: JsonPath): Diagnostic {
  const place = { state: state.name, pointer, within: root.span };
  return foreignResultPath.at(place, {
    root: root.kind === "variable" ? "a variable" : "the context object",
  });
}
