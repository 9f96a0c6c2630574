import type { ChoiceRule, ChoiceState } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { booleanShape, type Shape, unionShape } from "@statewright/json-types";
import { reportNeverMatching, reportUncovered } from "../check-choice.ts";
import type { Environment } from "../environment.ts";
import { evaluateExpected } from "../evaluate-expected.ts";
import type { ExpectedShape } from "../field-values.ts";
import type { StateSite } from "../machine-sites.ts";
import { type Condition, conditionOf } from "../narrow/condition.ts";
import { refine } from "../narrow/refine.ts";
import { sightOf } from "../sight.ts";
import type { Edge, Entered, Outcome, World } from "../world.ts";
import { edgeTo } from "./go-on.ts";
import { outputAndAssign } from "./output-and-assign.ts";

const expectedBoolean: ExpectedShape = { shape: booleanShape(), name: "true or false" };

/**
 * Choice: each rule sees what the rules above it did not take, narrowed by its own condition; Default sees what
 * none of them took (R-CHOICE-02, R-CHOICE-04).
 */
export function enterChoice(state: ChoiceState, entered: Entered, world: World): Outcome {
  const { site } = entered;
  const edges: Edge[] = [];
  const conditions: Condition[] = [];
  const never: JsonPointer[] = [];
  let left: Environment | undefined = entered.environment;
  for (const [index, rule] of state.Choices.entries()) {
    if (left === undefined) break;
    const pointer = childPointer(site.pointer, "Choices", index);
    const condition = readCondition(rule, pointer, { site, environment: left }, world);
    const at = childPointer(pointer, "Condition");
    if (reportNeverMatching({ condition, pointer: at, left }, entered, world)) never.push(pointer);
    conditions.push(condition);
    const taken = refine(left, condition, true);
    if (taken !== undefined) edges.push(...handOn(rule, rule.Next, pointer, taken, site, world));
    left = refine(left, condition, false);
  }
  if (left !== undefined) {
    if (state.Default === undefined) reportUncovered(conditions, left, entered, world);
    else edges.push(...handOn(state, state.Default, site.pointer, left, site, world));
  }
  return { edges, output: outputOf(edges), neverTaken: never };
}

function readCondition(rule: ChoiceRule, pointer: JsonPointer, entered: Entered, world: World): Condition {
  if (typeof rule.Condition !== "string")
    return rule.Condition === undefined ? { kind: "opaque" } : { kind: "constant", value: rule.Condition };
  const at = childPointer(pointer, "Condition");
  evaluateExpected(rule.Condition, "Condition", expectedBoolean, at, sightOf(entered, world), world);
  const text = world.texts.read(rule.Condition);
  return text.kind === "expression" ? conditionOf(text.tree) : { kind: "opaque" };
}

function handOn(
  fields: ChoiceRule | ChoiceState,
  target: string,
  pointer: JsonPointer,
  environment: Environment,
  site: StateSite,
  world: World,
): readonly Edge[] {
  const sight = sightOf({ site, environment }, world);
  const { output, variables } = outputAndAssign(fields, environment.input, pointer, sight, world);
  return edgeTo(target, site, output, variables, world, { via: pointer, given: environment.input });
}

function outputOf(edges: readonly Edge[]): Shape {
  return unionShape(...edges.map(({ environment }) => environment.input));
}
