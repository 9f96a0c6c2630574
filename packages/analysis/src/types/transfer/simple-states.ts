import type { FailState, PassState, SucceedState, WaitState } from "@statewright/asl";
import { childPointer } from "@statewright/diagnostics";
import { evaluateExpected } from "../evaluate-expected.ts";
import { expectedSeconds, expectedText, expectedTimestamp } from "../field-values.ts";
import { sightOf } from "../sight.ts";
import type { Entered, Outcome, World } from "../world.ts";
import { goOn } from "./go-on.ts";
import { outputAndAssign } from "./output-and-assign.ts";

/** Pass: its Output, or its input. */
export function enterPass(state: PassState, entered: Entered, world: World): Outcome {
  const { site, environment } = entered;
  const sight = sightOf(entered, world);
  const { output, variables } = outputAndAssign(state, environment.input, site.pointer, sight, world);
  return goOn(site, output, variables, world);
}

/** Wait: as Pass, after some time. */
export function enterWait(state: WaitState, entered: Entered, world: World): Outcome {
  const { site, environment } = entered;
  const sight = sightOf(entered, world);
  const { Seconds, Timestamp } = state;
  if (Seconds !== undefined)
    evaluateExpected(
      Seconds,
      "Seconds",
      expectedSeconds,
      childPointer(site.pointer, "Seconds"),
      sight,
      world,
    );
  if (Timestamp !== undefined) {
    const pointer = childPointer(site.pointer, "Timestamp");
    evaluateExpected(Timestamp, "Timestamp", expectedTimestamp, pointer, sight, world);
  }
  const { output, variables } = outputAndAssign(state, environment.input, site.pointer, sight, world);
  return goOn(site, output, variables, world);
}

/** Succeed: ends its scope with its Output, or its input. */
export function enterSucceed(state: SucceedState, entered: Entered, world: World): Outcome {
  const { site, environment } = entered;
  const sight = sightOf(entered, world);
  const fields = state.Output === undefined ? {} : { Output: state.Output };
  const { output, variables } = outputAndAssign(fields, environment.input, site.pointer, sight, world);
  return goOn(site, output, variables, world);
}

/** Fail: nothing goes on. */
export function enterFail(state: FailState, entered: Entered, world: World): Outcome {
  const { site } = entered;
  const sight = sightOf(entered, world);
  for (const field of ["Error", "Cause"] as const) {
    const value = state[field];
    if (value !== undefined)
      evaluateExpected(value, field, expectedText, childPointer(site.pointer, field), sight, world);
  }
  return { edges: [] };
}
