import { readMachine, type StateMachine } from "@statewright/asl";
import { type HistoryEvent, type SimulateOptions, type Simulation, simulate } from "../src/index.ts";

/** A JSONata machine out of its states; it starts at the first one. */
export function machineOf(states: Record<string, unknown>, more: Record<string, unknown> = {}): StateMachine {
  const { machine, diagnostics } = readMachine({
    QueryLanguage: "JSONata",
    StartAt: Object.keys(states)[0] ?? "",
    States: states,
    ...more,
  });
  if (machine === undefined || diagnostics.some(({ severity }) => severity === "error")) {
    throw new Error(JSON.stringify(diagnostics));
  }
  return machine;
}

/** Runs a JSONata machine made of these states. */
export function runStates(
  states: Record<string, unknown>,
  options: SimulateOptions = {},
): Promise<Simulation> {
  return simulate(machineOf(states), options);
}

/** The history as `id<previous Type name`, one line an event, without ExecutionStarted. */
export function trace(run: Pick<Simulation, "events">): readonly string[] {
  return run.events.slice(1).map((event) => {
    const details = detailsOf(event);
    const about = details.name ?? details.error ?? "";
    const index = details.index === undefined ? "" : `[${String(details.index)}]`;
    return `${event.id}<${event.previousEventId} ${event.type} ${String(about)}${index}`.trim();
  });
}

/** The details of the first event of a type. */
export function detailsOfType(run: Pick<Simulation, "events">, type: string): Record<string, unknown> {
  const event = run.events.find((found) => found.type === type);
  return event === undefined ? {} : detailsOf(event);
}

function detailsOf(event: HistoryEvent): Record<string, unknown> {
  const key = Object.keys(event).find((name) => name.endsWith("EventDetails"));
  return key === undefined ? {} : { ...event[key as `${string}EventDetails`] };
}

/** A Task that calls a Lambda function and is answered by state name. */
export function lambdaTask(more: Record<string, unknown> = {}): Record<string, unknown> {
  return { Type: "Task", Resource: "arn:aws:lambda:us-east-1:111111111111:function:f", End: true, ...more };
}
