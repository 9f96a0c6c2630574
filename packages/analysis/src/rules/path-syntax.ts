import type { JsonValue } from "@statewright/asl";
import { type Diagnostic, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { PathProblem } from "@statewright/expressions";
import { schemaValidation } from "./aws-location.ts";
import type { PathSite } from "./doubtful-paths.ts";
import type { Rule } from "./rule.ts";

/** A field that takes a path and holds something else (R-PATH-01, R-JP-07, R-DIAG table: bad path field, bad `.$` value). */
export const noPath: DiagnosticKind<{ field: string; intrinsics: boolean; found: string; problem?: string }> =
  defineDiagnostic({
    code: "expression/path",
    severity: "error",
    message: ({ field, intrinsics, found, problem }) =>
      problem === undefined
        ? `\`${field}\` takes a path${intrinsics ? " or an intrinsic function" : ""}, but is ${found}.`
        : `\`${field}\` is no path: ${problem}`,
    why: ({ problem }) =>
      problem === undefined ? "A path begins with `$`; AWS refuses anything else there." : undefined,
    help: ({ field, problem }) =>
      field.endsWith(".$") && problem === undefined
        ? "For a text that stands for itself remove `.$` from the name."
        : undefined,
  });

/** A call of an intrinsic function that AWS does not take (R-INTR-01 to R-INTR-04). */
export const badIntrinsic: DiagnosticKind<{ problem: string; nearest: string | undefined }> =
  defineDiagnostic({
    code: "expression/intrinsic",
    severity: "error",
    message: ({ problem }) => problem,
    why: () => "AWS reads every intrinsic function when the state machine is created.",
    help: ({ nearest }) => nearest && `Did you mean \`${nearest}\`?`,
  });

/** Where a path or an intrinsic function must stand, one stands. */
export const pathSyntax: Rule = ({ paths }) => {
  const found: Diagnostic[] = [];
  for (const site of paths) {
    if (typeof site.found !== "string") found.push(finding(site));
    else if (site.takes === "value" && /^\s/.test(site.found)) found.push(finding(site));
    else if (site.problems.length > 0)
      found.push(...site.problems.map((problem, index) => finding(site, problem, index === 0)));
    else if (site.takes !== "value" && site.value?.kind === "call") found.push(finding(site));
  }
  return found;
};

/** AWS says it once for a value, whatever else is wrong with it. */
function finding(site: PathSite, problem?: PathProblem, first = true): Diagnostic {
  const { state, pointer, field, takes, template, found } = site;
  const aws = awsWords(site);
  const intrinsics = takes === "value";
  const place = { state: state.name, pointer };
  const text = typeof found === "string" ? found.trimStart() : "";
  if (problem === undefined || (takes !== "value" && !text.startsWith("$"))) {
    return noPath.at(place, { field, intrinsics, found: quoted(found) }, { aws });
  }
  const { span: within, severity, message, nearest } = problem;
  const extras = { severity, ...(severity === "error" && first && { aws }) };
  if (text.startsWith("$")) {
    const facts = { field, intrinsics, found: quoted(found), problem: message };
    return noPath.at({ ...place, within }, facts, extras);
  }
  // Text that is neither a path nor a call is reported as a whole.
  if (problem.kind === "syntax" && template !== undefined && !/^[\w.]+\s*\(/.test(text)) {
    return noPath.at(place, { field, intrinsics, found: quoted(found) }, { aws });
  }
  const fixes =
    nearest === undefined || typeof found !== "string"
      ? []
      : [
          {
            title: `Call \`${nearest}\``,
            edits: [{ pointer, newText: JSON.stringify(replaced(found, problem)) }],
          },
        ];
  return badIntrinsic.at({ ...place, within }, { problem: message, nearest }, { ...extras, fixes });
}

function replaced(text: string, { span, nearest }: PathProblem): string {
  return text.slice(0, span.start) + (nearest ?? "") + text.slice(span.end);
}

function awsWords({ pointer, field, template }: PathSite): ReturnType<typeof schemaValidation> {
  if (template === undefined) return schemaValidation(pointer, "Value must be a valid JSONPath.");
  const message = `The value for the field '${field}' must be a valid JSONPath or a valid intrinsic function call`;
  return schemaValidation(template, message);
}

function quoted(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
