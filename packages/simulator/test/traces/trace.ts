import type { Json } from "@statewright/json-types";
import type { ExecutionEvent, Mocks } from "../../src/index.ts";

/**
 * One execution as the rule book has it, derived by hand: what is run, and every event that must be in its history.
 *
 * `events` has one event a line as `id<previousEventId Type subject`, without ExecutionStarted; the subject is the
 * name of the state, with the index of an iteration in brackets, `length=` or `error=`. A line `@5` says that what
 * follows happens 5 seconds after the start, `@?` that the time is drawn. A first line `…` stands for the events
 * before those that are shown. Where the rules leave the order of branches and items open, it is breadth-first.
 */
export interface Trace {
  readonly title: string;
  readonly rules: readonly string[];
  readonly states: Readonly<Record<string, unknown>>;
  /** What stands beside `States`; the query language is JSONata unless it says otherwise. */
  readonly top?: Readonly<Record<string, unknown>>;
  readonly input?: Json;
  readonly mocks?: Mocks["states"];
  /** Instead of mocks: what is sent to the execution, and after how many seconds. */
  readonly sent?: readonly (readonly [number, ExecutionEvent])[];
  /** When it is redriven, in seconds after the start; each time after it has ended. */
  readonly redriven?: readonly number[];
  readonly events: string;
  /** Details of events, by id. */
  readonly shows?: Readonly<Record<number, Readonly<Record<string, unknown>>>>;
  readonly ends: {
    readonly status: string;
    readonly output?: Json;
    readonly error?: string;
    readonly cause?: string;
  };
}

export const paths: Readonly<Record<string, unknown>> = { QueryLanguage: "JSONPath" };

/** A scope with one state that ends it. */
export function one(name: string, state: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const ends = state.Type === "Fail" || state.Type === "Succeed";
  return { StartAt: name, States: { [name]: ends ? state : { End: true, ...state } } };
}

/** A scope with several states, in order. */
export function scope(
  states: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Record<string, unknown> {
  return { StartAt: Object.keys(states)[0], States: states };
}

export const pass = { Type: "Pass", End: true } as const;
export const wait = (seconds: number, more: object = { End: true }): Record<string, unknown> => ({
  Type: "Wait",
  Seconds: seconds,
  ...more,
});
export const fails = (error?: string, cause?: string): Record<string, unknown> => ({
  Type: "Fail",
  ...(error !== undefined && { Error: error }),
  ...(cause !== undefined && { Cause: cause }),
});

/** A Task that calls a function; answered by the name of its state. */
export function lambda(more: object = { End: true }): Record<string, unknown> {
  return { Type: "Task", Resource: "arn:aws:lambda:us-east-1:111111111111:function:f", ...more };
}

/** A Task that waits for its token to come back. */
export function callback(more: object = { End: true }): Record<string, unknown> {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    Arguments: { QueueUrl: "q", MessageBody: "{% $states.context.Task.Token %}" },
    ...more,
  };
}
