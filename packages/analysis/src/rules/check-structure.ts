import {
  effectiveQueryLanguage,
  type StateMachine,
  type StateType,
  walkScopes,
  walkStates,
} from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import { flowGraph } from "../flow/flow-graph.ts";
import { definitionSizes } from "./definition-size.ts";
import { doubtfulPaths } from "./doubtful-paths.ts";
import { duplicateLabels } from "./duplicate-label.ts";
import { duplicateStateNames } from "./duplicate-state-name.ts";
import { endlessWaits } from "./endless-wait.ts";
import { errorNames } from "./error-names.ts";
import { executionTimes } from "./execution-time.ts";
import { expressPatterns } from "./express-patterns.ts";
import { expressionProblems } from "./expression-problems.ts";
import { forgottenDollars } from "./forgotten-dollar.ts";
import { forgottenPaths } from "./forgotten-path.ts";
import { heartbeats } from "./heartbeat.ts";
import { jsonataSites } from "./jsonata-sites.ts";
import { misplacedStatesFields } from "./misplaced-states-field.ts";
import { missingTaskTokens } from "./missing-task-token.ts";
import { nearlyExpressions } from "./nearly-expression.ts";
import { noEnds } from "./no-end.ts";
import { otherLanguageTexts } from "./other-language-text.ts";
import { pathSyntax } from "./path-syntax.ts";
import { templateMembers } from "./payload-templates.ts";
import { readerConfigs } from "./reader-config.ts";
import { referencePaths } from "./reference-path.ts";
import { retryDelays } from "./retry-delay.ts";
import type { Rule, RuledState, RuleInput, StatesByType } from "./rule.ts";
import { staticResults } from "./static-result.ts";
import { templateKeys } from "./template-keys.ts";
import { unknownResources } from "./unknown-resource.ts";
import { unknownTargets } from "./unknown-target.ts";
import { unreachableStates } from "./unreachable-state.ts";
import { variableScopes } from "./variable-scope.ts";

/** Every rule that needs no types. To add one: its file, its page in the docs, and a line here. */
const rules: readonly Rule[] = [
  unknownTargets,
  noEnds,
  unreachableStates,
  duplicateStateNames,
  expressionProblems,
  misplacedStatesFields,
  nearlyExpressions,
  pathSyntax,
  referencePaths,
  forgottenDollars,
  staticResults,
  unknownResources,
  expressPatterns,
  heartbeats,
  missingTaskTokens,
  duplicateLabels,
  errorNames,
  retryDelays,
  variableScopes,
  templateKeys,
  readerConfigs,
  otherLanguageTexts,
  forgottenPaths,
  endlessWaits,
  executionTimes,
  definitionSizes,
];

/**
 * What is wrong with a machine without looking at its data: transitions, expressions that do not parse,
 * integrations that its type of execution does not have.
 *
 * What a single field may hold was checked when the machine was read (`readMachine`); it is not said again.
 *
 * @param options `type`: of the executions. Without it nothing is said about Express. `characters`: how long the
 * definition is at most, where that is known; else it is measured.
 */
export function checkStructure(
  machine: StateMachine,
  options: {
    readonly type?: "STANDARD" | "EXPRESS" | undefined;
    readonly characters?: number | undefined;
  } = {},
): readonly Diagnostic[] {
  const visits = walkStates(machine);
  const states = visits.map((visit): RuledState => {
    const { name, state, pointer, scope, scopePointer, within } = visit;
    const language = effectiveQueryLanguage(machine, state);
    const members = language === "JSONPath" ? templateMembers(visit) : none;
    return { name, state, pointer, scope, scopePointer, within, language, members };
  });
  const scopes = walkScopes(machine, visits).map((visit) => ({
    ...visit,
    graph: flowGraph(visit.scope, visit.pointer),
  }));
  const input: RuleInput = {
    machine,
    type: options.type,
    characters: options.characters,
    states,
    ofType: byType(states),
    scopes,
    expressions: jsonataSites(states),
    paths: doubtfulPaths(states),
  };
  return rules.flatMap((rule) => rule(input));
}

const none: readonly [] = [];

function byType(states: readonly RuledState[]): StatesByType {
  const lists: Record<StateType, RuledState[]> = {
    Task: [],
    Pass: [],
    Choice: [],
    Wait: [],
    Parallel: [],
    Map: [],
    Succeed: [],
    Fail: [],
  };
  for (const visit of states) lists[visit.state.Type].push(visit);
  return lists as unknown as StatesByType;
}
