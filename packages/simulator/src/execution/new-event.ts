import { detailsKey, type EventDetails, type HistoryEvent } from "./history-event.ts";

function withDetails(event: Changeable, key: keyof Changeable, details: EventDetails): HistoryEvent {
  event[key as `${string}EventDetails`] = details;
  return event;
}

type Changeable = { -readonly [Member in keyof HistoryEvent]: HistoryEvent[Member] };

/**
 * An event of a history. The most frequent types are written out, so that an engine makes each in one piece: a member
 * that is added later stands apart and takes more memory.
 */
export function newEvent(
  timestamp: string,
  type: string,
  id: number,
  previousEventId: number,
  details: EventDetails | undefined,
): HistoryEvent {
  if (details === undefined) return { timestamp, type, id, previousEventId };
  const key = detailsKey(type);
  switch (key) {
    case "stateEnteredEventDetails":
      return { timestamp, type, id, previousEventId, stateEnteredEventDetails: details };
    case "stateExitedEventDetails":
      return { timestamp, type, id, previousEventId, stateExitedEventDetails: details };
    case "mapIterationStartedEventDetails":
      return { timestamp, type, id, previousEventId, mapIterationStartedEventDetails: details };
    case "mapIterationSucceededEventDetails":
      return { timestamp, type, id, previousEventId, mapIterationSucceededEventDetails: details };
    case "lambdaFunctionScheduledEventDetails":
      return { timestamp, type, id, previousEventId, lambdaFunctionScheduledEventDetails: details };
    case "lambdaFunctionSucceededEventDetails":
      return { timestamp, type, id, previousEventId, lambdaFunctionSucceededEventDetails: details };
    case "taskScheduledEventDetails":
      return { timestamp, type, id, previousEventId, taskScheduledEventDetails: details };
    case "taskStartedEventDetails":
      return { timestamp, type, id, previousEventId, taskStartedEventDetails: details };
    case "taskSucceededEventDetails":
      return { timestamp, type, id, previousEventId, taskSucceededEventDetails: details };
    default:
      return withDetails({ timestamp, type, id, previousEventId }, key, details);
  }
}
