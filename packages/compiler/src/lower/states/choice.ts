import type { ChoiceRule, ChoiceState } from "@statewright/asl";
import type { ChoiceNode, RuleNode } from "../../ir/workflow.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import { stateData } from "../fields/state-data.ts";
import { conditionField } from "../fields/templates.ts";
import { branchTarget, dataFields } from "./fields.ts";

/** A Choice: rules in order, each leading to its branch; an empty branch leads to what stands behind the Choice. */
export function choiceState(state: StatePlace, node: ChoiceNode): ChoiceState {
  const data = stateData(state);
  const rules = node.rules.map((rule, index) => ruleOf(state, rule, index));
  const { otherwise } = node;
  state.lowerer.origin(placeOf(state, "Default").pointer, otherwise?.origin);
  const title = `The \`otherwise\` branch of "${state.name}"`;
  return {
    Type: "Choice",
    ...(node.comment !== undefined && { Comment: node.comment }),
    Choices: rules,
    ...(otherwise && { Default: branchTarget(state, state.branch(otherwise.block), title, ["Default"]) }),
    ...dataFields(state, node, data),
  };
}

function ruleOf(state: StatePlace, rule: RuleNode, index: number): ChoiceRule {
  const path = ["Choices", index];
  const data = stateData(state);
  state.lowerer.origin(placeOf(state, ...path).pointer, rule.origin);
  return {
    Condition: conditionField(state, [...path, "Condition"], rule.condition, data),
    ...dataFields(state, rule, data, path),
    ...(rule.comment !== undefined && { Comment: rule.comment }),
    Next: branchTarget(state, state.branch(rule.block), `Branch ${index + 1} of "${state.name}"`, path),
  };
}
