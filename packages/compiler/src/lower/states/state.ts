import type { State } from "@statewright/asl";
import { assertNever } from "@statewright/diagnostics";
import type { JsonPathFields } from "../../ir/json-path.ts";
import type { StateNode } from "../../ir/workflow.ts";
import { unsupportedNode } from "../diagnostics/builder-diagnostics.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import { jsonPathState } from "../json-path/json-path-state.ts";
import { choiceState } from "./choice.ts";
import { mapState } from "./map.ts";
import { parallelState } from "./parallel.ts";
import { rawState } from "./raw.ts";
import { failState, passState, succeedState, waitState } from "./simple.ts";
import { taskState } from "./task.ts";

/** Lowers one state, in its own language or the machine's (R-QL-01). */
export function loweredState(state: StatePlace, node: StateNode): State {
  const { lowerer } = state;
  const language = node.queryLanguage ?? lowerer.queryLanguage;
  if (language === "JSONPath" && lowerer.queryLanguage === "JSONata") otherWayRound(state);
  if (language === "JSONata" && node.jsonPath) reportPaths(state, node.jsonPath);
  const lowered = language === "JSONPath" ? jsonPathState(state, node) : jsonataState(state, node);
  return language === lowerer.queryLanguage ? lowered : { ...lowered, QueryLanguage: language };
}

/** R-QL-02. */
function otherWayRound(state: StatePlace): void {
  const facts = {
    what: "A JSONPath state in a workflow whose language is JSONata",
    instead:
      'AWS takes it the other way round only: give the workflow `queryLanguage: "JSONPath"`, and its other states JSONata.',
  };
  state.lowerer.report(unsupportedNode.at(placeOf(state, "QueryLanguage"), facts));
}

/** R-QL-05. */
function reportPaths(state: StatePlace, fields: JsonPathFields): void {
  for (const field of Object.keys(fields)) {
    const facts = {
      what: `\`${field}\` of "${state.name}", whose language is JSONata,`,
      instead: field === "parameters" ? "Write `arguments`." : "Write `output`, with an arrow function.",
    };
    state.lowerer.report(unsupportedNode.at(placeOf(state), facts));
  }
}

function jsonataState(state: StatePlace, node: StateNode): State {
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
