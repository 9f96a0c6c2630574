import type { StateType } from "@statewright/asl";

/** One event in the shape of GetExecutionHistory; payloads in the details are JSON text (R-HIST-01, R-HIST-03). */
export interface HistoryEvent {
  readonly timestamp: string;
  readonly type: string;
  readonly id: number;
  readonly previousEventId: number;
  readonly [details: `${string}EventDetails`]: EventDetails;
}

/** The types of the events at a state's beginning and end. */
export const stateEvents: Readonly<Record<StateType, { readonly entered: string; readonly exited: string }>> =
  Object.freeze({
    Pass: { entered: "PassStateEntered", exited: "PassStateExited" },
    Task: { entered: "TaskStateEntered", exited: "TaskStateExited" },
    Choice: { entered: "ChoiceStateEntered", exited: "ChoiceStateExited" },
    Wait: { entered: "WaitStateEntered", exited: "WaitStateExited" },
    Parallel: { entered: "ParallelStateEntered", exited: "ParallelStateExited" },
    Map: { entered: "MapStateEntered", exited: "MapStateExited" },
    Succeed: { entered: "SucceedStateEntered", exited: "SucceedStateExited" },
    Fail: { entered: "FailStateEntered", exited: "FailStateExited" },
  });

export type EventDetails = Readonly<Record<string, DetailValue>>;

export type DetailValue = string | number | boolean | Readonly<Record<string, string | boolean>>;

/** What accompanies a payload that is there in full. */
export const included: { readonly truncated: false } = Object.freeze({ truncated: false });

const keys = new Map<string, `${string}EventDetails`>();

/** The name of the member that holds the details of an event of this type. */
export function detailsKey(type: string): `${string}EventDetails` {
  const known = keys.get(type);
  if (known !== undefined) return known;
  const key = keyOf(type);
  keys.set(type, key);
  return key;
}

function keyOf(type: string): `${string}EventDetails` {
  if (type.endsWith("StateEntered")) return "stateEnteredEventDetails";
  if (type.endsWith("StateExited")) return "stateExitedEventDetails";
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}
