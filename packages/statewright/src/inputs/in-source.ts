import type { Diagnostic } from "@statewright/diagnostics";
import type { Terminal } from "../terminal/terminal.ts";
import { placeInModule } from "./place-diagnostics.ts";
import type { Subject } from "./subject.ts";

/** Puts a finding about a machine into the file that the user wrote. */
export async function inSource(
  { source, name }: Subject,
  finding: Diagnostic,
  terminal: Terminal,
): Promise<readonly Diagnostic[]> {
  if (source.kind === "definition") return source.document.locate([finding]);
  if (source.kind !== "workflow") return [finding];
  const { relocate } = await import("@statewright/compiler");
  const place = { workflow: name, path: source.path, cwd: terminal.cwd };
  return placeInModule(relocate([finding], source.origins), place);
}
