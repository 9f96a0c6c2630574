import { numberShape, objectShape, type Shape, stringShape, unknownShape } from "@statewright/json-types";

const text: Shape = stringShape();
const count: Shape = numberShape({ integer: true, minimum: 0 });

function closed(fields: Readonly<Record<string, Shape>>): Shape {
  const entries = Object.entries(fields).map(([name, shape]) => [name, { shape, optional: false }] as const);
  return objectShape(Object.fromEntries(entries), { open: true });
}

/**
 * The context object, as far as it is the same everywhere.
 *
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html (2026-11)
 */
export const contextShape: Shape = closed({
  Execution: closed({ Id: text, Input: unknownShape, Name: text, RoleArn: text, StartTime: text }),
  State: closed({ EnteredTime: text, Name: text, RetryCount: count }),
  StateMachine: closed({ Id: text, Name: text }),
});

export const indexShape: Shape = count;

export const tokenShape: Shape = text;

/** Error Output (R-ERR): what a catcher gets. */
export const errorShape: Shape = closed({ Error: text, Cause: text });
