import type { StateMachine } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { unsupported } from "../diagnostics/refusals.ts";
import { writeJson } from "../json/json-text.ts";
import { uuidOf } from "../json/seeded-random.ts";
import { compileScope } from "./compile-scope.ts";
import type { Compiling } from "./compiling.ts";
import type { Program } from "./program.ts";

/** What {@link prepare} gives: a program, or why there is none. */
export interface Preparation {
  readonly program?: Program;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles `machine` once for any number of executions: expressions parsed, paths and retry tables resolved.
 *
 * What cannot be run faithfully is refused here, all of it at once, with `simulate/unsupported`; what AWS
 * itself would refuse to create, with `simulate/broken-machine`.
 *
 * @param activities the `Resource` texts that name activities though they are no ARNs, such as `${ApproveActivity}`.
 *
 * @example
 * ```ts
 * const { program, diagnostics } = prepare(machine);
 * ```
 */
export function prepare(machine: StateMachine, activities: readonly string[] = []): Preparation {
  if (activities.length > 0) return compileMachine(machine, activities);
  const known = prepared.get(machine);
  if (known !== undefined) return known;
  const preparation = compileMachine(machine, activities);
  if (Object.isFrozen(machine)) prepared.set(machine, preparation);
  return preparation;
}

/** Machines are frozen data, so that what was compiled of one stays right. */
const prepared = new WeakMap<StateMachine, Preparation>();

function compileMachine(machine: StateMachine, activities: readonly string[]): Preparation {
  const text = writeJson(machine as unknown as Json)?.text;
  if (text === undefined) return { diagnostics: [unsupported.at({}, { what: "values nested this deep" })] };
  const compiling: Compiling = {
    language: machine.QueryLanguage ?? "JSONPath",
    scopes: [],
    children: [],
    findings: [],
    activities,
    depth: 0,
    compile: compileScope,
  };
  compileScope(compiling, machine, "");
  if (compiling.findings.length > 0) return { diagnostics: compiling.findings };
  return {
    program: {
      definition: uuidOf(text),
      scopes: compiling.scopes,
      children: compiling.children,
      ...(machine.TimeoutSeconds !== undefined && { timeoutSeconds: machine.TimeoutSeconds }),
    },
    diagnostics: [],
  };
}
