import type { ChoiceRule, ChoiceState } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { unionShape } from "@statewright/json-types";
import { reportNeverMatching, reportUncovered } from "../check-choice.ts";
import type { Environment } from "../environment.ts";
import { checkTestPaths } from "../json-path/check-test-paths.ts";
import { stagesOf } from "../json-path/stages.ts";
import type { Condition } from "../narrow/condition.ts";
import { conditionOfTest } from "../narrow/data-test.ts";
import { refine } from "../narrow/refine.ts";
import { type Edge, type Entered, type Outcome, quiet, type World } from "../world.ts";
import { edgeTo } from "./go-on.ts";

/** A JSONPath Choice: InputPath → the rules → OutputPath (R-CHOICE-04); narrowing as in JSONata. */
export function enterJsonPathChoice(state: ChoiceState, entered: Entered, world: World): Outcome {
  const { site } = entered;
  // Asked once for all ways, so that what is wrong with InputPath and OutputPath is told once.
  const stages = stagesOf(entered, world);
  const effective = stages.effective();
  stages.output(effective);
  const inputIsRaw = state.InputPath === undefined || state.InputPath === "$";
  const edges: Edge[] = [];
  const conditions: Condition[] = [];
  const never: JsonPointer[] = [];
  let left: Environment | undefined = entered.environment;
  for (const [index, rule] of state.Choices.entries()) {
    if (left === undefined) break;
    const pointer = childPointer(site.pointer, "Choices", index);
    const condition: Condition =
      rule.test === undefined ? { kind: "opaque" } : conditionOfTest(rule.test, inputIsRaw);
    checkTestPaths(rule.test, ["Choices", index], left, { site, inputIsRaw, world });
    if (reportNeverMatching({ condition, pointer: pointer, left }, entered, world)) never.push(pointer);
    conditions.push(condition);
    const taken = refine(left, condition, true);
    if (taken !== undefined)
      edges.push(...handOn(rule, rule.Next, pointer, { site, environment: taken }, world));
    left = refine(left, condition, false);
  }
  if (left !== undefined && state.Default === undefined) reportUncovered(conditions, left, entered, world);
  else if (left !== undefined)
    edges.push(...handOn(state, state.Default, site.pointer, { site, environment: left }, world));
  return {
    edges,
    neverTaken: never,
    output: unionShape(...edges.map(({ environment }) => environment.input)),
    stages: { afterInputPath: effective },
  };
}

function handOn(
  fields: ChoiceRule | ChoiceState,
  target: string | undefined,
  pointer: JsonPointer,
  entered: Entered,
  world: World,
): readonly Edge[] {
  const unheard = stagesOf(entered, quiet(world));
  const effective = unheard.effective();
  const variables = stagesOf(entered, world).assigned(fields.Assign, effective, pointer);
  return edgeTo(target, entered.site, unheard.output(effective), variables, world, {
    via: pointer,
    given: entered.environment.input,
  });
}
