import type { ChoiceRule, ChoiceState } from "@statewright/asl";
import type { ChoiceNode, RuleNode } from "../../ir/workflow.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import { branchTarget } from "../states/fields.ts";
import { testJson } from "./condition.ts";
import { conditionOf } from "./condition-of.ts";
import { assignField, headFields, ofJsonata } from "./data-fields.ts";
import { effectiveData } from "./data-of.ts";
import type { PathData } from "./path-data.ts";
import { withArrow } from "./path-session.ts";

/** A Choice: each test becomes the data-test expression of a rule (R-CHOICE-10). */
export function choiceState(state: StatePlace, node: ChoiceNode): ChoiceState {
  const data = effectiveData(state, node.jsonPath);
  const rules = node.rules.map((rule, index) => ruleOf(state, rule, index, data));
  const { otherwise } = node;
  state.lowerer.origin(placeOf(state, "Default").pointer, otherwise?.origin);
  const title = `The \`otherwise\` branch of "${state.name}"`;
  if (node.output) ofJsonata(state, "output", ["Output"]);
  return {
    Type: "Choice",
    ...headFields(state, node),
    Choices: rules,
    ...(otherwise && { Default: branchTarget(state, state.branch(otherwise.block), title, ["Default"]) }),
    ...assignField(state, node.assign, data),
  };
}

function ruleOf(state: StatePlace, rule: RuleNode, index: number, data: PathData): ChoiceRule {
  const path = ["Choices", index];
  state.lowerer.origin(placeOf(state, ...path).pointer, rule.origin);
  if (rule.output) ofJsonata(state, "output", [...path, "Output"]);
  const test = withArrow(state, path, rule.condition, data, (session, body) =>
    testJson(conditionOf(body, session, new Map(), new Set())),
  );
  return {
    test: test ?? { Variable: "$", IsPresent: true },
    ...assignField(state, rule.assign, data, path),
    ...(rule.comment !== undefined && { Comment: rule.comment }),
    Next: branchTarget(state, state.branch(rule.block), `Branch ${index + 1} of "${state.name}"`, path),
  };
}
