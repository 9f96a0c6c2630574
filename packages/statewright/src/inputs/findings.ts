import { analyze } from "@statewright/analysis";
import { relocate } from "@statewright/compiler";
import { compareDiagnostics, type Diagnostic } from "@statewright/diagnostics";
import type { Terminal } from "../terminal/terminal.ts";
import { placeInModule } from "./place-diagnostics.ts";
import { withSureReadFixes } from "./read-fixes.ts";
import type { ExecutionType, Subject } from "./subject.ts";

/**
 * Everything there is to say about a machine: what reading or compiling found, and what the checker finds.
 *
 * @param wanted the kind of executions; by default the one that a template says.
 */
export function findings(
  subject: Subject,
  terminal: Terminal,
  wanted?: ExecutionType,
): readonly Diagnostic[] {
  const { machine, types, source, diagnostics } = subject;
  const type = wanted ?? subject.type;
  if (machine === undefined || source.kind === "template") return sorted(diagnostics);
  // Compiling has checked a workflow already, as a standard one.
  if (source.kind === "workflow" && type === undefined) return sorted(diagnostics);
  const options = { ...(types && { types }), ...(type && { type }) };
  const checked = analyze(machine, options).diagnostics;
  if (source.kind === "definition") {
    const { document } = source;
    const read = withSureReadFixes(document, diagnostics, options);
    return sorted([...read, ...document.locate(checked)]);
  }
  const place = { workflow: subject.name, path: source.path, cwd: terminal.cwd };
  const relocated = placeInModule(relocate(checked, source.origins), place);
  return sorted(distinct([...diagnostics, ...relocated]));
}

function sorted(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.toSorted(compareDiagnostics);
}

function distinct(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(found.map((one) => [`${one.code} ${one.pointer} ${one.file} ${one.message}`, one]));
  return [...seen.values()];
}
