import type { QueryLanguage, States } from "@statewright/asl";
import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import type { Program, ScopePlan } from "./program.ts";

/** The work of compiling one machine: what was compiled, and what stands in the way. */
export interface Compiling {
  /** The machine's own language; states inherit it, whatever encloses them (R-QL-01). */
  readonly language: QueryLanguage;
  readonly scopes: ScopePlan[];
  /** The programs of Distributed Maps. */
  readonly children: Program[];
  readonly findings: Diagnostic[];
  /** Resources that name activities, whatever they look like. */
  readonly activities: readonly string[];
  depth: number;
  /** Compiles a scope inside the one at work; gives its index among the scopes. */
  readonly compile: (compiling: Compiling, scope: States, pointer: JsonPointer) => number;
}
