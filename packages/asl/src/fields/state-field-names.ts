import type { StateType } from "../model/state.ts";
import { stateFields } from "./state-fields.ts";

/**
 * The names of the fields that a state of a type can have, in either query language, in the order in which they
 * are printed.
 *
 * @example
 * ```ts
 * stateFieldNames("Fail"); // → ["Type", "Comment", "QueryLanguage", "Error", "ErrorPath", "Cause", "CausePath"]
 * ```
 */
export function stateFieldNames(type: StateType): readonly string[] {
  return Object.keys(stateFields[type].fields);
}
