import type { State } from "@statewright/asl";
import { assertNever } from "@statewright/diagnostics";
import type { StateNode } from "../../ir/workflow.ts";
import type { StatePlace } from "../fields/context.ts";
import { choiceState } from "./choice.ts";
import { mapState } from "./map.ts";
import { parallelState } from "./parallel.ts";
import { rawState } from "./raw.ts";
import { failState, passState, succeedState, waitState } from "./simple.ts";
import { taskState } from "./task.ts";

/** Lowers one state. */
export function loweredState(state: StatePlace, node: StateNode): State {
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
      return rawState(state, node);
    default:
      return assertNever(node);
  }
}
