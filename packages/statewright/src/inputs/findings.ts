import { analyze, sureFixes } from "@statewright/analysis";
import { relocate } from "@statewright/compiler";
import { compareDiagnostics, type Diagnostic } from "@statewright/diagnostics";
import type { Terminal } from "../terminal/terminal.ts";
import { placeInModule } from "./place-diagnostics.ts";
import type { Subject } from "./subject.ts";

/** The kinds of executions a machine may be meant for. */
export type ExecutionType = "STANDARD" | "EXPRESS";

/** Everything there is to say about a machine: what reading or compiling found, and what the checker finds. */
export function findings(subject: Subject, terminal: Terminal, type?: ExecutionType): readonly Diagnostic[] {
  const { machine, types, source, diagnostics } = subject;
  if (machine === undefined) return sorted(diagnostics);
  // Compiling has checked a workflow already, as a standard one.
  if (source.kind === "workflow" && type === undefined) return sorted(diagnostics);
  const options = { ...(types && { types }), ...(type && { type }) };
  const checked = analyze(machine, options).diagnostics;
  if (source.kind === "definition") {
    const { document } = source;
    const read = sureFixes(document.value ?? null, diagnostics, options);
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
