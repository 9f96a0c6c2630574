import type { FailState, PassState, SucceedState, WaitState } from "@statewright/asl";
import type { FailNode, PassNode, SucceedNode, WaitNode } from "../../ir/workflow.ts";
import type { StatePlace } from "../fields/context.ts";
import { stateData } from "../fields/state-data.ts";
import { computedField, computedText } from "../fields/templates.ts";
import { dataFields, transition } from "./fields.ts";

export function passState(state: StatePlace, node: PassNode): PassState {
  return {
    Type: "Pass",
    ...(node.comment !== undefined && { Comment: node.comment }),
    ...dataFields(state, node, stateData(state)),
    ...transition(state.after),
  };
}

export function waitState(state: StatePlace, node: WaitNode): WaitState {
  const data = stateData(state);
  const { duration } = node;
  return {
    Type: "Wait",
    ...(node.comment !== undefined && { Comment: node.comment }),
    ...(duration.kind === "seconds"
      ? { Seconds: computedField(state, ["Seconds"], duration.value, data) }
      : { Timestamp: computedText(state, ["Timestamp"], duration.value, data) }),
    ...dataFields(state, node, data),
    ...transition(state.after),
  };
}

export function succeedState(state: StatePlace, node: SucceedNode): SucceedState {
  return {
    Type: "Succeed",
    ...(node.comment !== undefined && { Comment: node.comment }),
    ...dataFields(state, node, stateData(state)),
  };
}

export function failState(state: StatePlace, node: FailNode): FailState {
  const data = stateData(state);
  return {
    Type: "Fail",
    ...(node.comment !== undefined && { Comment: node.comment }),
    ...(node.error !== undefined && { Error: computedText(state, ["Error"], node.error, data) }),
    ...(node.cause !== undefined && { Cause: computedText(state, ["Cause"], node.cause, data) }),
  };
}
