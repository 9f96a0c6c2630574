import type { Diagnostic } from "@statewright/diagnostics";
import { type Problem, problem } from "../command-line/problem.ts";
import { shownFile } from "./read-text.ts";

/** Why a document cannot be used: the first thing that is wrong in it. */
export function brokenDocument(file: string, diagnostics: readonly Diagnostic[]): Problem {
  const [first] = diagnostics;
  return problem({
    code: first?.code ?? "config/no-machine",
    file: shownFile(file),
    message: first?.message ?? "There is nothing in it that can be read.",
    help: first?.help,
  });
}
