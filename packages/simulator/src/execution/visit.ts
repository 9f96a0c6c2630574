import { bug } from "@statewright/diagnostics";
import type { StatePlan } from "../program/plan.ts";
import type { Draft } from "./draft.ts";
import type { Thread } from "./part.ts";

/** The plan of the state that a thread is in. */
export function planOf(draft: Draft, thread: Thread): StatePlan {
  const scope = draft.program.scopes[thread.scope];
  const states = scope?.states;
  if (states === undefined || !Object.hasOwn(states, thread.state)) return bug(`no state ${thread.state}`);
  return states[thread.state] as StatePlan;
}

/** The place of the visit that a thread is at, which ids of its calls, timers and children are made from. */
export function visitId(thread: Thread): string {
  return `${thread.id}/${escaped(thread.state)}#${thread.visit}.${thread.attempt}`;
}

function escaped(name: string): string {
  if (!/[~/#!]/.test(name)) return name;
  return name.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("#", "~2").replaceAll("!", "~3");
}
