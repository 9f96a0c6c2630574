import type { State, StateMachine } from "@statewright/asl";
import { sameData } from "./same-data.ts";

/**
 * The fields that say what data a state makes or keeps. Nothing of where an execution goes, how long it takes or who
 * can fail depends on them; of `Assign` that holds for the values, not for the names.
 */
const dataFields: ReadonlySet<string> = new Set([
  "Comment",
  "Arguments",
  "Assign",
  "InputPath",
  "Output",
  "OutputPath",
  "Parameters",
  "Result",
  "ResultPath",
  "ResultSelector",
]);

const ofNoState: ReadonlySet<string> = new Set(["Comment", "States"]);

/**
 * The states, by name, in which two machines differ, if they differ in what data these make alone; nothing where
 * more is different. States that are the same are the very same objects in both.
 */
export function dataEdits(before: StateMachine, after: StateMachine): readonly string[] | undefined {
  if (!sameData(before, after, ofNoState)) return undefined;
  const names = Object.keys(after.States);
  const others = Object.keys(before.States);
  if (names.length !== others.length) return undefined;
  const edited: string[] = [];
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? "";
    const one = before.States[name];
    const other = after.States[name];
    if (name !== others[index] || one === undefined || other === undefined) return undefined;
    if (one === other) continue;
    if (!sameBesidesData(one, other)) return undefined;
    edited.push(name);
  }
  return edited;
}

function sameBesidesData(before: State, after: State): boolean {
  const assigned = [before, after].map((state) => ("Assign" in state ? Object.keys(state.Assign ?? {}) : []));
  return sameData(assigned[0], assigned[1]) && sameData(withoutData(before), withoutData(after));
}

function withoutData(state: State): object {
  return Object.fromEntries(Object.entries(state).filter(([field]) => !dataFields.has(field)));
}
