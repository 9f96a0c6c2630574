import type { ParallelState } from "@statewright/asl";
import type { ParallelNode } from "../../ir/workflow.ts";
import type { StatePlace } from "../fields/context.ts";
import { transition } from "../states/fields.ts";
import { branchesOf } from "../states/parallel.ts";
import { assignField, errorFields, headFields, ofJsonata, resultFields } from "./data-fields.ts";
import { effectiveData, resultData } from "./data-of.ts";
import { payloadField } from "./payload.ts";

/** A Parallel: all branches get what `Parameters` made of the input. */
export function parallelState(state: StatePlace, node: ParallelNode): ParallelState {
  const { jsonPath } = node;
  const result = resultData(state, undefined);
  if (node.output) ofJsonata(state, "output", ["Output"]);
  if (node.arguments) ofJsonata(state, "arguments", ["Arguments"]);
  return {
    Type: "Parallel",
    ...headFields(state, node),
    ...(jsonPath?.parameters && {
      Parameters: payloadField(state, ["Parameters"], jsonPath.parameters, effectiveData(state, jsonPath)),
    }),
    Branches: branchesOf(state, node),
    ...resultFields(state, jsonPath, result),
    ...errorFields(state, node),
    ...assignField(state, node.assign, result),
    ...transition(state.after),
  };
}
