import { numberShape, objectShape, stringShape, unionShape, unknownShape } from "@statewright/json-types";
import type { ServiceFacts } from "../service-facts.ts";
import { optional, required } from "./field.ts";
import { sdkEnvelope } from "./sdk-envelope.ts";

const text = stringShape();

/** AWS Lambda, `lambda:invoke` (R-INT-03). */
export const lambda: ServiceFacts = {
  service: "lambda",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html",
  asOf: "2026-10-01",
  actions: {
    invoke: {
      patterns: ["requestResponse", "waitForTaskToken"],
      arguments: objectShape({
        FunctionName: required(text),
        Payload: optional(unknownShape),
        Qualifier: optional(text),
        ClientContext: optional(unknownShape),
        InvocationType: optional(
          unionShape(
            stringShape({ value: "RequestResponse" }),
            stringShape({ value: "Event" }),
            stringShape({ value: "DryRun" }),
          ),
        ),
        LogType: optional(unionShape(stringShape({ value: "None" }), stringShape({ value: "Tail" }))),
      }),
      results: {
        // An asynchronous invocation answers without a version and without a payload.
        requestResponse: objectShape({
          ExecutedVersion: optional(text),
          FunctionError: optional(text),
          LogResult: optional(text),
          Payload: optional(unknownShape),
          StatusCode: required(numberShape({ integer: true })),
          ...sdkEnvelope,
        }),
      },
      errors: [
        "Lambda.ServiceException",
        "Lambda.AWSLambdaException",
        "Lambda.SdkClientException",
        "Lambda.TooManyRequestsException",
        "Lambda.ClientExecutionTimeoutException",
        "Lambda.Unknown",
      ],
    },
  },
};
