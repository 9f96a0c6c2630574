import type { State } from "@statewright/asl";
import { assertNever } from "@statewright/diagnostics";
import type { StateNode } from "../../ir/workflow.ts";
import type { StatePlace } from "../fields/context.ts";
import { rawState } from "../states/raw.ts";
import { choiceState } from "./choice-state.ts";
import { mapState } from "./map-state.ts";
import { parallelState } from "./parallel-state.ts";
import { failState, passState, succeedState, waitState } from "./simple-states.ts";
import { taskState } from "./task-state.ts";

/** Lowers one state whose language is JSONPath. */
export function jsonPathState(state: StatePlace, node: StateNode): State {
  switch (node.kind) {
    case "task":
      return taskState(state, node);
    case "pass":
      return passState(state, node);
    case "choice":
      return choiceState(state, node);
    case "wait":
      return waitState(state, node);
    case "parallel":
      return parallelState(state, node);
    case "map":
      return mapState(state, node);
    case "succeed":
      return succeedState(state, node);
    case "fail":
      return failState(state, node);
    case "raw":
      return rawState(state, node, "JSONPath");
    default:
      return assertNever(node);
  }
}
