import type { State, States } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { brokenMachine, unsupported } from "../diagnostics/refusals.ts";
import { compileState } from "./compile-state.ts";
import type { Compiling } from "./compiling.ts";
import type { StatePlan } from "./plan.ts";

/** Deeper nesting of Map and Parallel is refused. */
const deepestScope = 50;

/** Compiles the states of one `States` object and of everything inside; gives its index among the scopes. */
export function compileScope(compiling: Compiling, scope: States, pointer: JsonPointer): number {
  const index = compiling.scopes.length;
  const states: Record<string, StatePlan> = Object.create(null) as Record<string, StatePlan>;
  compiling.scopes.push({ startAt: scope.StartAt, states });
  const { depth } = compiling;
  if (depth > deepestScope) {
    compiling.findings.push(
      unsupported.at({ pointer }, { what: `states nested deeper than ${deepestScope} levels` }),
    );
    return index;
  }
  if (!Object.hasOwn(scope.States, scope.StartAt)) missing(compiling, pointer, "`StartAt`", scope.StartAt);
  for (const name of Object.keys(scope.States)) {
    const state = scope.States[name] as State;
    const at = childPointer(pointer, "States", name);
    compiling.depth = depth + 1;
    const plan = compileState(
      { compiling, name, pointer: at, jsonata: (state.QueryLanguage ?? compiling.language) === "JSONata" },
      state,
    );
    compiling.depth = depth;
    states[name] = plan;
    for (const target of targets(plan)) {
      if (!Object.hasOwn(scope.States, target)) missing(compiling, at, `"${name}"`, target);
    }
  }
  return index;
}

function missing(compiling: Compiling, pointer: JsonPointer, from: string, target: string): void {
  const problem = `${from} goes to "${target}", but there is no such state beside it.`;
  compiling.findings.push(brokenMachine.at({ pointer }, { problem }));
}

function targets(plan: StatePlan): readonly string[] {
  const found: string[] = [];
  if (plan.next !== undefined) found.push(plan.next);
  if (plan.type === "Choice") {
    found.push(...plan.rules.map((rule) => rule.next));
    if (plan.otherwise !== undefined) found.push(plan.otherwise.next);
  }
  if ("catchers" in plan) found.push(...plan.catchers.map((catcher) => catcher.next));
  return found;
}
