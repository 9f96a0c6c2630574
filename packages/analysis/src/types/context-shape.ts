import {
  type FieldShape,
  numberShape,
  objectShape,
  type Shape,
  stringShape,
  unknownShape,
} from "@statewright/json-types";
import type { StateSite } from "./machine-sites.ts";

/** What the place of a state decides about its context object. */
export interface ContextFacts {
  readonly site: StateSite;
  /** What the execution was started with. */
  readonly executionInput: Shape;
  /** `Map.Item`, in an iteration and in the ItemSelector of a Map. */
  readonly item?: Shape | undefined;
  /** Whether a task token is handed out: in the arguments of a callback task. */
  readonly taskToken: TaskToken;
}

/** `unknown`: the resource does not say whether it is a callback. */
export type TaskToken = boolean | "unknown";

const text = stringShape();
const time = stringShape({ format: "date-time" });
const count = numberShape({ integer: true, minimum: 0 });

const execution: Readonly<Record<string, FieldShape>> = {
  Id: always(text),
  Name: always(text),
  RoleArn: always(text),
  StartTime: always(time),
  // Absent in a synchronous Express execution, and in recordings from before redrive.
  RedriveCount: sometimes(unknownShape),
  RedriveTime: sometimes(time),
};
const stateMachine = objectShape({ Id: text, Name: text });

/**
 * The context object, `$states.context` (R-CTX-01 to R-CTX-06).
 *
 * `State.RetryCount` is there in Task, Parallel and Map; `Task` only where a token is handed out; `Map` only
 * inside an iteration.
 */
export function contextShape({ site, executionInput, item, taskToken }: ContextFacts): Shape {
  const { Type } = site.state;
  const retried = Type === "Task" || Type === "Parallel" || Type === "Map";
  const token = objectShape({ Token: text });
  return objectShape({
    Execution: objectShape({ ...execution, Input: executionInput }),
    StateMachine: stateMachine,
    State: objectShape({
      EnteredTime: time,
      Name: stringShape({ value: site.name }),
      RetryCount: retried ? always(count) : sometimes(count),
    }),
    ...(taskToken === true && { Task: token }),
    ...(taskToken === "unknown" && { Task: unknownShape }),
    ...(taskToken === false && Type === "Task" && { Task: sometimes(token) }),
    ...(item && { Map: objectShape({ Item: item }) }),
  });
}

/** `Map.Item` for an item with this shape; `Key` is there when an object is iterated (R-MAP-03). */
export function itemContextShape(value: Shape): Shape {
  return objectShape({
    Index: count,
    Value: value,
    Key: sometimes(text),
    Source: sometimes(text),
  });
}

function always(shape: Shape): FieldShape {
  return { shape, optional: false };
}

function sometimes(shape: Shape): FieldShape {
  return { shape, optional: true };
}
