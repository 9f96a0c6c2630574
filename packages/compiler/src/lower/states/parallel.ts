import type { ParallelState, States } from "@statewright/asl";
import type { ParallelNode } from "../../ir/workflow.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import { resultData, stateData } from "../fields/state-data.ts";
import { templateField } from "../fields/templates.ts";
import { dataFields, errorFields, transition } from "./fields.ts";

/** A Parallel: each branch is a scope of its own. */
export function parallelState(state: StatePlace, node: ParallelNode): ParallelState {
  return {
    Type: "Parallel",
    ...(node.comment !== undefined && { Comment: node.comment }),
    ...(node.arguments && {
      Arguments: templateField(state, ["Arguments"], node.arguments, stateData(state)),
    }),
    Branches: branchesOf(state, node),
    ...errorFields(state, node),
    ...dataFields(state, node, resultData(state)),
    ...transition(state.after),
  };
}

export function branchesOf(state: StatePlace, node: ParallelNode): readonly States[] {
  return node.branches.map(({ block, comment, origin }, index) => {
    const { pointer } = placeOf(state, "Branches", index);
    state.lowerer.origin(pointer, origin);
    const title = `Branch ${index + 1} of "${state.name}"`;
    const states = state.lowerer.scope(block, { pointer, title, state: state.name });
    return { ...(comment !== undefined && { Comment: comment }), ...states };
  });
}
