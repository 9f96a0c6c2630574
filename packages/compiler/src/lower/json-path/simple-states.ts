import type { FailState, JsonValue, PassState, SucceedState, WaitState } from "@statewright/asl";
import type { Template } from "../../ir/template.ts";
import type { FailNode, PassNode, SucceedNode, WaitNode } from "../../ir/workflow.ts";
import { unsupportedNode } from "../diagnostics/builder-diagnostics.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import { transition } from "../states/fields.ts";
import { assignField, headFields, ofJsonata, resultFields } from "./data-fields.ts";
import { effectiveData, passData, rawData } from "./data-of.ts";
import { computedOrPath } from "./path-fields.ts";
import { payloadField } from "./payload.ts";

/** A Pass: its `Result`, else its `Parameters`, else its input (R-PASS-01). */
export function passState(state: StatePlace, node: PassNode): PassState {
  const { jsonPath } = node;
  if (node.output) ofJsonata(state, "output", ["Output"]);
  return {
    Type: "Pass",
    ...headFields(state, node),
    ...(jsonPath?.parameters && {
      Parameters: payloadField(state, ["Parameters"], jsonPath.parameters, effectiveData(state, jsonPath)),
    }),
    ...(jsonPath?.result && { Result: literalJson(state, jsonPath.result) }),
    ...resultFields(state, jsonPath, passData(state, jsonPath)),
    ...assignField(state, node.assign, passData(state, jsonPath)),
    ...transition(state.after),
  };
}

/** `Result` holds data as it stands: nothing in it is an expression. */
function literalJson(state: StatePlace, template: Template): JsonValue {
  switch (template.kind) {
    case "value":
      return template.value;
    case "param":
      return `\${${template.name}}`;
    case "array":
      return template.items.map((item) => literalJson(state, item));
    case "object":
      return Object.fromEntries(template.entries.map(([key, value]) => [key, literalJson(state, value)]));
    default: {
      const facts = { what: "A computed value in `result`", instead: "Write it in `.parameters(…)`." };
      state.lowerer.report(unsupportedNode.at(placeOf(state, "Result"), facts));
      return null;
    }
  }
}

export function waitState(state: StatePlace, node: WaitNode): WaitState {
  const data = effectiveData(state, node.jsonPath);
  const { kind, value } = node.duration;
  if (node.output) ofJsonata(state, "output", ["Output"]);
  return {
    Type: "Wait",
    ...headFields(state, node),
    ...computedOrPath(state, kind === "seconds" ? "Seconds" : "Timestamp", value, data),
    ...assignField(state, node.assign, data),
    ...transition(state.after),
  };
}

export function succeedState(state: StatePlace, node: SucceedNode): SucceedState {
  if (node.output) ofJsonata(state, "output", ["Output"]);
  return { Type: "Succeed", ...headFields(state, node) };
}

/** `ErrorPath` and `CausePath` take functions too (R-FAIL-02). */
export function failState(state: StatePlace, node: FailNode): FailState {
  const data = rawData(state);
  const { Comment } = headFields(state, node);
  return {
    Type: "Fail",
    ...(Comment !== undefined && { Comment }),
    ...(node.error !== undefined && computedOrPath(state, "Error", node.error, data, { calls: true })),
    ...(node.cause !== undefined && computedOrPath(state, "Cause", node.cause, data, { calls: true })),
  };
}
