import { objectShape, stringShape, unknownShape } from "@statewright/json-types";
import type { ServiceFacts } from "../service-facts.ts";
import { optional, required } from "./field.ts";
import { sdkEnvelope } from "./sdk-envelope.ts";

const text = stringShape();

/** Amazon SNS, `sns:publish`. `Message` may be an object: it is sent as its text (R-INT-06). */
export const sns: ServiceFacts = {
  service: "sns",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html",
  asOf: "2026-10-01",
  actions: {
    publish: {
      patterns: ["requestResponse", "waitForTaskToken"],
      arguments: objectShape({
        Message: required(unknownShape),
        MessageAttributes: optional(unknownShape),
        MessageStructure: optional(text),
        MessageDeduplicationId: optional(text),
        MessageGroupId: optional(text),
        PhoneNumber: optional(text),
        Subject: optional(text),
        TargetArn: optional(text),
        TopicArn: optional(text),
      }),
      results: {
        requestResponse: objectShape({
          MessageId: required(text),
          SequenceNumber: optional(text),
          ...sdkEnvelope,
        }),
      },
      errors: ["SNS.NotFoundException", "SNS.InvalidParameterException", "SNS.AmazonSNSException"],
    },
  },
};
