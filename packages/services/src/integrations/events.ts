import { arrayShape, numberShape, objectShape, stringShape, unknownShape } from "@statewright/json-types";
import type { ServiceFacts } from "../service-facts.ts";
import { optional, required } from "./field.ts";

const text = stringShape();

/** Amazon EventBridge, `events:putEvents`. No SDK metadata in the answer; `Detail` may be an object (R-INT-07). */
export const events: ServiceFacts = {
  service: "events",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html",
  asOf: "2026-10-01",
  actions: {
    putEvents: {
      patterns: ["requestResponse", "waitForTaskToken"],
      // An entry without Source or DetailType is accepted and refused by the service as `EventBridge.FailedEntry`.
      arguments: objectShape({
        Entries: required(arrayShape(objectShape({}, { open: true }))),
        EndpointId: optional(unknownShape),
      }),
      results: {
        requestResponse: objectShape({
          Entries: required(
            arrayShape(
              objectShape({
                EventId: optional(text),
                ErrorCode: optional(text),
                ErrorMessage: optional(text),
              }),
            ),
          ),
          FailedEntryCount: required(numberShape({ integer: true })),
        }),
      },
      errors: ["EventBridge.FailedEntry"],
    },
  },
};
