import type { MapState, ParallelState, TaskState } from "@statewright/asl";
import type { Shape } from "@statewright/json-types";
import type { StateSite } from "../machine-sites.ts";
import { sightOf } from "../sight.ts";
import type { Entered, Outcome, World } from "../world.ts";
import { goOn } from "./go-on.ts";
import { outputAndAssign } from "./output-and-assign.ts";

/** What a Task, Parallel or Map hands on once its work has a result. */
export function finishWork(
  entered: Entered,
  result: Shape,
  world: World,
): Pick<Outcome, "edges" | "ends" | "output"> {
  const { site } = entered;
  const sight = sightOf(entered, world, { result });
  const { output, variables } = outputAndAssign(worker(site), result, site.pointer, sight, world);
  return goOn(site, output, variables, world);
}

function worker({ state }: StateSite): Partial<TaskState | ParallelState | MapState> {
  return state.Type === "Task" || state.Type === "Parallel" || state.Type === "Map" ? state : {};
}
