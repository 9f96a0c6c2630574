import type { TaskState } from "@statewright/asl";
import { childPointer } from "@statewright/diagnostics";
import { checkArguments } from "../check-arguments.ts";
import { evaluateExpected } from "../evaluate-expected.ts";
import { evaluateTemplate } from "../evaluate-template.ts";
import { expectedTimeout } from "../field-values.ts";
import { type Sight, sightOf } from "../sight.ts";
import { taskTokenOf } from "../task-token.ts";
import type { Entered, Outcome, World } from "../world.ts";
import { catchEdges } from "./catch-edges.ts";
import { finishWork } from "./finish-work.ts";

/** Task: Arguments → call → Output and Assign; without Arguments the input is passed (R-JA-12). */
export function enterTask(state: TaskState, entered: Entered, world: World): Outcome {
  const { site, environment } = entered;
  const taskToken = taskTokenOf(state.Resource);
  const before = sightOf(entered, world, { taskToken });
  const pointer = childPointer(site.pointer, "Arguments");
  const given =
    state.Arguments === undefined
      ? environment.input
      : evaluateTemplate(state.Arguments, pointer, before, world);
  checkArguments(given, site, world);
  evaluateLimits(state, before, world);
  const result = world.known.result(site);
  const done = finishWork(entered, result, world);
  const edges = [...done.edges, ...catchEdges(entered, world)];
  return { ...done, edges, result, stages: { afterArguments: given } };
}

function evaluateLimits(state: TaskState, sight: Sight, world: World): void {
  const { pointer } = sight.site;
  for (const field of ["TimeoutSeconds", "HeartbeatSeconds"] as const) {
    const value = state[field];
    if (value !== undefined)
      evaluateExpected(value, field, expectedTimeout, childPointer(pointer, field), sight, world);
  }
  if (state.Credentials !== undefined)
    evaluateTemplate(state.Credentials, childPointer(pointer, "Credentials"), sight, world);
}
