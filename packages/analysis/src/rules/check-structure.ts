import {
  effectiveQueryLanguage,
  type StateMachine,
  type StateType,
  walkScopes,
  walkStates,
} from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import { flowGraph } from "../flow/flow-graph.ts";
import type { AnalysisMemo } from "../types/analysis-memo.ts";
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
import { rememberedFindings } from "./remembered-findings.ts";
import { retryDelays } from "./retry-delay.ts";
import type { MachineInput, MachineRule, Rule, RuledState, RuleInput, StatesByType } from "./rule.ts";
import { staticResults } from "./static-result.ts";
import { templateKeys } from "./template-keys.ts";
import { unknownResources } from "./unknown-resource.ts";
import { unknownTargets } from "./unknown-target.ts";
import { unreachableStates } from "./unreachable-state.ts";
import { variableScopes } from "./variable-scope.ts";

/** The rules that need no types. To add one: its file, its page in the docs, and a line in one of the two lists. */
const rulesOfMachines: readonly MachineRule[] = [
  unknownTargets,
  noEnds,
  unreachableStates,
  duplicateStateNames,
  expressPatterns,
  duplicateLabels,
  variableScopes,
  executionTimes,
];

/** Those that look at one state alone, and at what is in it. */
const rulesOfStates: readonly Rule[] = [
  expressionProblems,
  misplacedStatesFields,
  nearlyExpressions,
  pathSyntax,
  referencePaths,
  forgottenDollars,
  staticResults,
  unknownResources,
  heartbeats,
  missingTaskTokens,
  errorNames,
  retryDelays,
  templateKeys,
  readerConfigs,
  otherLanguageTexts,
  forgottenPaths,
  endlessWaits,
];

/**
 * What is wrong with a machine without looking at its data: transitions, expressions that do not parse,
 * integrations that its type of execution does not have.
 *
 * What a single field may hold was checked when the machine was read (`readMachine`); it is not said again.
 *
 * @param options `type`: of the executions. Without it nothing is said about Express. `characters`: how long the
 * definition is at most, where that is known; else it is measured. `memo`: where the states that did not change since
 * the last time are not looked at again.
 */
export function checkStructure(
  machine: StateMachine,
  options: {
    readonly type?: "STANDARD" | "EXPRESS" | undefined;
    readonly characters?: number | undefined;
    readonly memo?: AnalysisMemo | undefined;
  } = {},
): readonly Diagnostic[] {
  const { memo, type } = options;
  if (memo === undefined) {
    const input = inputOf(machine, options, true);
    const found = rulesOfMachines.flatMap((rule) => rule(input));
    return [...found, ...definitionSizes(input), ...findingsInStates(input)];
  }
  const found = foundInMachine(machine, options, memo);
  const inStates = Object.keys(machine.States).flatMap((name) =>
    rememberedFindings(memo, machine, name, type, () =>
      findingsInStates(inputOf(onlyState(machine, name), options, true)),
    ),
  );
  return [...found, ...inStates];
}

/** Rules of machines do not look at the data that states make, but for their size. */
function foundInMachine(
  machine: StateMachine,
  { type, characters }: Pick<MachineInput, "type" | "characters">,
  memo: AnalysisMemo,
): readonly Diagnostic[] {
  const size = definitionSizes({ machine, characters });
  const before = memo.rules;
  if (memo.edited !== undefined && before !== undefined && before.type === type)
    return [...before.found, ...size];
  const input = inputOf(machine, { type, characters }, false);
  const found = rulesOfMachines.flatMap((rule) => rule(input));
  memo.rules = { type, found };
  return [...found, ...size];
}

function findingsInStates(input: MachineInput): readonly Diagnostic[] {
  const { states } = input;
  const whole: RuleInput = { ...input, expressions: jsonataSites(states), paths: doubtfulPaths(states) };
  return rulesOfStates.flatMap((rule) => rule(whole));
}

/** @param within whether the rules look at what is in payload templates. */
function inputOf(
  machine: StateMachine,
  { type, characters }: Pick<MachineInput, "type" | "characters">,
  within: boolean,
): MachineInput {
  const visits = walkStates(machine);
  const states = visits.map((visit): RuledState => {
    const { name, state, pointer, scope, scopePointer, within: owners } = visit;
    const language = effectiveQueryLanguage(machine, state);
    const members = within && language === "JSONPath" ? templateMembers(visit) : none;
    return { name, state, pointer, scope, scopePointer, within: owners, language, members };
  });
  const scopes = walkScopes(machine, visits).map((visit) => ({
    ...visit,
    graph: flowGraph(visit.scope, visit.pointer),
  }));
  return { machine, type, characters, states, ofType: byType(states), scopes };
}

/** The machine with one of its states: what the rules of states see of it. */
function onlyState(machine: StateMachine, name: string): StateMachine {
  const state = machine.States[name];
  return { ...machine, States: state === undefined ? {} : { [name]: state } };
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
