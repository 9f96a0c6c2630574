import type { StateMachine, States } from "@statewright/asl";
import { type Diagnostic, nearestName } from "@statewright/diagnostics";
import { unknownMock } from "./diagnostics.ts";
import type { Mocks } from "./mocks.ts";

/**
 * Finds answers for states that the machine does not have, at any level.
 *
 * @param machines those that its tasks start: `"<key>/<state>"` names a state of one of them.
 */
export function checkMocks(
  mocks: Mocks,
  machine: StateMachine,
  machines: Readonly<Record<string, StateMachine>> = {},
): readonly Diagnostic[] {
  const names = new Set(taskNames(machine));
  for (const [key, other] of Object.entries(machines))
    for (const name of taskNames(other)) names.add(name).add(`${key}/${name}`);
  return Object.keys(mocks.states ?? {})
    .filter((state) => !names.has(state))
    .map((state) => {
      const closest = nearestName(state, names);
      return unknownMock.at({}, { state, ...(closest !== undefined && { closest }) });
    });
}

function taskNames(machine: StateMachine): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: States[] = [machine];
  for (let scope = pending.pop(); scope !== undefined; scope = pending.pop()) {
    for (const [name, state] of Object.entries(scope.States)) {
      if (state.Type === "Task") names.add(name);
      if (state.Type === "Map") pending.push(state.ItemProcessor);
      if (state.Type === "Parallel") pending.push(...state.Branches);
    }
  }
  return names;
}
