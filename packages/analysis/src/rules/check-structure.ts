import { effectiveQueryLanguage, type StateMachine, walkScopes, walkStates } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import { flowGraph } from "../flow/flow-graph.ts";
import { definitionSizes } from "./definition-size.ts";
import { duplicateStateNames } from "./duplicate-state-name.ts";
import { expressPatterns } from "./express-patterns.ts";
import { expressionProblems } from "./expression-problems.ts";
import { heartbeats } from "./heartbeat.ts";
import { jsonataSites } from "./jsonata-sites.ts";
import { misplacedStatesFields } from "./misplaced-states-field.ts";
import { missingTaskTokens } from "./missing-task-token.ts";
import { nearlyExpressions } from "./nearly-expression.ts";
import { noEnds } from "./no-end.ts";
import { pathTexts } from "./path-text.ts";
import type { Rule, RuleInput } from "./rule.ts";
import { unknownResources } from "./unknown-resource.ts";
import { unknownTargets } from "./unknown-target.ts";
import { unreachableStates } from "./unreachable-state.ts";

/** Every rule that needs no types. To add one: its file, its page in the docs, and a line here. */
const rules: readonly Rule[] = [
  unknownTargets,
  noEnds,
  unreachableStates,
  duplicateStateNames,
  expressionProblems,
  misplacedStatesFields,
  nearlyExpressions,
  pathTexts,
  unknownResources,
  expressPatterns,
  heartbeats,
  missingTaskTokens,
  definitionSizes,
];

/**
 * What is wrong with a machine without looking at its data: transitions, expressions that do not parse,
 * integrations that its type of execution does not have.
 *
 * What a single field may hold was checked when the machine was read (`readMachine`); it is not said again.
 *
 * @param options `type`: of the executions. Without it nothing is said about Express.
 */
export function checkStructure(
  machine: StateMachine,
  options: { readonly type?: "STANDARD" | "EXPRESS" | undefined } = {},
): readonly Diagnostic[] {
  const states = [...walkStates(machine)].map((visit) => ({
    ...visit,
    language: effectiveQueryLanguage(machine, visit.state),
  }));
  const scopes = [...walkScopes(machine)].map((visit) => ({
    ...visit,
    graph: flowGraph(visit.scope, visit.pointer),
  }));
  const input: RuleInput = { machine, type: options.type, states, scopes, expressions: jsonataSites(states) };
  return rules.flatMap((rule) => rule(input));
}
