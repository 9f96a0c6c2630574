import type { Visit } from "../visiting-order.ts";
import type { Entered, Outcome, World } from "../world.ts";
import { enterChoice } from "./choice.ts";
import { enterJsonPath, leaveJsonPath } from "./json-path.ts";
import { enterMap, leaveMap } from "./map.ts";
import { enterParallel, leaveParallel } from "./parallel.ts";
import { enterFail, enterPass, enterSucceed, enterWait } from "./simple-states.ts";
import { enterTask } from "./task.ts";

/** What a visit of a state leads to: one function for each type of state. */
export function transfer(phase: Visit["phase"], entered: Entered, world: World): Outcome {
  const { state, language } = entered.site;
  if (language === "JSONPath")
    return phase === "enter" ? enterJsonPath(entered, world) : leaveJsonPath(entered, world);
  if (phase === "leave") {
    if (state.Type === "Parallel") return leaveParallel(entered, world);
    return state.Type === "Map" ? leaveMap(state, entered, world) : { edges: [] };
  }
  switch (state.Type) {
    case "Task":
      return enterTask(state, entered, world);
    case "Pass":
      return enterPass(state, entered, world);
    case "Choice":
      return enterChoice(state, entered, world);
    case "Wait":
      return enterWait(state, entered, world);
    case "Parallel":
      return enterParallel(state, entered, world);
    case "Map":
      return enterMap(state, entered, world);
    case "Succeed":
      return enterSucceed(state, entered, world);
    case "Fail":
      return enterFail(state, entered, world);
  }
}
