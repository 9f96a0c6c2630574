import type { State } from "@statewright/asl";

/** The names of the states that a state can go on to. */
export function targetsOf(state: State): readonly string[] {
  const targets: string[] = [];
  if ("Next" in state && state.Next !== undefined) targets.push(state.Next);
  if ("Catch" in state && state.Catch) targets.push(...state.Catch.map((catcher) => catcher.Next));
  if (state.Type === "Choice") {
    targets.push(...state.Choices.map((rule) => rule.Next));
    if (state.Default !== undefined) targets.push(state.Default);
  }
  return targets;
}
