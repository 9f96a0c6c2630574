import { type StateType, stateFieldNames } from "@statewright/asl";

const types: readonly StateType[] = ["Task", "Pass", "Choice", "Wait", "Parallel", "Map", "Succeed", "Fail"];

/** Of fields that something is known of, those that the states of each type can have. */
export function fieldsOfStates<Known>(
  known: ReadonlyMap<string, Known>,
): Readonly<Record<StateType, readonly (readonly [name: string, known: Known])[]>> {
  const lists = types.map((type) => {
    const names = new Set(stateFieldNames(type));
    return [type, [...known].filter(([name]) => names.has(name))];
  });
  return Object.fromEntries(lists);
}
