import type { ScopeData } from "../expression/index.ts";
import type { StatePlace } from "./context.ts";

/** What the arrows of a state can read, before it has a result. */
export function stateData(state: StatePlace): ScopeData {
  const known = state.lowerer.typesAt(state.pointer);
  return {
    input: known?.input,
    variables: known?.variables,
    result: undefined,
    resultField: undefined,
    item: known?.item,
    constants: state.lowerer.constants,
    expressions: state.lowerer.expressions,
  };
}

/** What `output` and `assign` of a state with a result can read (R-JA-10). */
export function resultData(state: StatePlace, resultField?: string): ScopeData {
  const known = state.lowerer.typesAt(state.pointer);
  return { ...stateData(state), result: known?.result, resultField };
}
