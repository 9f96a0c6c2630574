import type { Json } from "@statewright/json-types";
import type { HistoryEvent } from "@statewright/simulator";

/** What a task was given or received. */
export interface TaskValue {
  readonly name: string;
  readonly what: "arguments" | "result";
  readonly value: Json;
}

/** What each task of a run was given and what it received. */
export function valuesOf(events: readonly HistoryEvent[]): readonly TaskValue[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return events.flatMap((event): readonly TaskValue[] => {
    let at: HistoryEvent | undefined = event;
    while (at !== undefined && at.stateEnteredEventDetails === undefined) at = byId.get(at.previousEventId);
    const name = String(at?.stateEnteredEventDetails?.name);
    const given =
      event.taskScheduledEventDetails?.parameters ?? event.lambdaFunctionScheduledEventDetails?.input;
    const received =
      event.taskSucceededEventDetails?.output ?? event.lambdaFunctionSucceededEventDetails?.output;
    if (typeof given === "string") return [{ name, what: "arguments", value: JSON.parse(given) as Json }];
    return typeof received === "string" ? [{ name, what: "result", value: JSON.parse(received) }] : [];
  });
}
