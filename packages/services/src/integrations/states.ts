import {
  booleanShape,
  numberShape,
  objectShape,
  type Shape,
  stringShape,
  unknownShape,
} from "@statewright/json-types";
import type { ServiceFacts } from "../service-facts.ts";
import { optional, required } from "./field.ts";
import { sdkEnvelope } from "./sdk-envelope.ts";

const text = stringShape();
/** The service has sent dates as text and as epoch numbers. */
const moment = unknownShape;

/** AWS Step Functions itself, `states:startExecution` (R-INT-09). */
export const states: ServiceFacts = {
  service: "states",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html",
  asOf: "2026-10-01",
  actions: {
    startExecution: {
      patterns: ["requestResponse", "sync", "sync:2", "waitForTaskToken"],
      arguments: objectShape({
        StateMachineArn: required(text),
        Input: optional(unknownShape),
        Name: optional(text),
        TraceHeader: optional(text),
      }),
      results: {
        requestResponse: objectShape({
          ExecutionArn: required(text),
          StartDate: required(moment),
          ...sdkEnvelope,
        }),
        sync: description(text),
        "sync:2": description(unknownShape),
      },
      errors: [
        "StepFunctions.ExecutionAlreadyExistsException",
        "StepFunctions.ExecutionLimitExceededException",
        "StepFunctions.StateMachineDoesNotExistException",
        "StepFunctions.InvalidArnException",
        "StepFunctions.InvalidExecutionInputException",
      ],
    },
  },
};

/** The execution once it succeeded; any other end fails the task. `Input` and `Output` are texts for `.sync`, values for `.sync:2`. */
function description(data: Shape): Shape {
  const included = optional(objectShape({ Included: optional(booleanShape()) }, { open: true }));
  return objectShape({
    ExecutionArn: required(text),
    StateMachineArn: required(text),
    Name: required(text),
    Status: required(text),
    Input: required(data),
    InputDetails: included,
    Output: required(data),
    OutputDetails: included,
    StartDate: required(moment),
    StopDate: optional(moment),
    Error: optional(text),
    Cause: optional(text),
    MapRunArn: optional(text),
    StateMachineAliasArn: optional(text),
    StateMachineVersionArn: optional(text),
    TraceHeader: optional(text),
    RedriveCount: optional(numberShape({ integer: true })),
    RedriveDate: optional(unknownShape),
    RedriveStatus: optional(text),
    RedriveStatusReason: optional(text),
  });
}
