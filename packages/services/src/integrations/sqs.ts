import { objectShape, stringShape, unknownShape } from "@statewright/json-types";
import type { ServiceFacts } from "../service-facts.ts";
import { optional, required } from "./field.ts";
import { sdkEnvelope } from "./sdk-envelope.ts";

const text = stringShape();

/** Amazon SQS, `sqs:sendMessage`. `MessageBody` may be an object: it is sent as its text (R-INT-06). */
export const sqs: ServiceFacts = {
  service: "sqs",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html",
  asOf: "2026-10-01",
  actions: {
    sendMessage: {
      patterns: ["requestResponse", "waitForTaskToken"],
      arguments: objectShape({
        QueueUrl: required(text),
        MessageBody: required(unknownShape),
        DelaySeconds: optional(unknownShape),
        MessageAttributes: optional(unknownShape),
        MessageSystemAttributes: optional(unknownShape),
        MessageDeduplicationId: optional(text),
        MessageGroupId: optional(text),
      }),
      results: {
        requestResponse: objectShape({
          MessageId: required(text),
          MD5OfMessageBody: required(text),
          MD5OfMessageAttributes: optional(text),
          MD5OfMessageSystemAttributes: optional(text),
          SequenceNumber: optional(text),
          ...sdkEnvelope,
        }),
      },
      errors: ["SQS.AmazonSQSException", "SQS.QueueDoesNotExistException", "SQS.SdkClientException"],
    },
  },
};
