import type { ToldMachine } from "../told-machine.ts";

const detail = {
  property_id: "string",
  description: "string",
  images: ["string"],
  address: { city: "string", street: "string" },
} as const;
const contract = {
  contract_id: { S: "c1" },
  property_id: { S: "p1" },
  contract_status: { S: "APPROVED" },
};
const input = {
  detail: {
    property_id: "p1",
    description: "a bright house",
    images: ["a.jpg", "b.jpg"],
    address: { city: "Basel", street: "Rheingasse" },
  },
};
const published = { result: { Entries: [{ EventId: "e" }], FailedEntryCount: 0 } };
const feeling = (Sentiment: string) => ({
  result: { Sentiment, SentimentScore: { Positive: 0.9, Negative: 0.1 } },
});
const publication = {
  takes: {
    Entries: [
      {
        EventBusName: "string",
        Source: "string",
        Detail: { property_id: "string", evaluation_result: "string" },
        DetailType: "string",
      },
    ],
  },
  returns: { Entries: [{ EventId: "string" }], FailedEntryCount: "number" },
} as const;

export const propertyApproval: ToldMachine = {
  file: "approvals-service-property-approval",
  input: { detail },
  output: { Entries: [{ EventId: "string" }], FailedEntryCount: "number" },
  tasks: {
    LookupContract: {
      takes: { TableName: "string", Key: { property_id: { S: "string" } }, ProjectionExpression: "string" },
      returns: {
        "Item?": {
          contract_id: { S: "string" },
          property_id: { S: "string" },
          contract_status: { S: "string" },
        },
      },
    },
    CheckDescriptionSentiment: {
      takes: { LanguageCode: "string", Text: "string" },
      returns: {
        Sentiment: "=POSITIVE|NEGATIVE|NEUTRAL|MIXED",
        SentimentScore: { Positive: "number", Negative: "number" },
      },
    },
    CheckForUnsafeContentInImages: {
      takes: { Image: { S3Object: { Bucket: "string", Name: "string" } } },
      returns: {
        ModerationLabels: [{ Name: "string", Confidence: "number" }],
        ModerationModelVersion: "string",
      },
    },
    WaitForContractApproval: {
      takes: { FunctionName: "string", Payload: { Input: detail, TaskToken: "string" } },
      returns: { contract_id: "string" },
    },
    PublishPropertyPublicationApproved: publication,
    PublishPropertyPublicationRejected: publication,
  },
  runs: [
    {
      input,
      answers: {
        LookupContract: { result: { Item: contract } },
        CheckDescriptionSentiment: feeling("POSITIVE"),
        CheckForUnsafeContentInImages: { result: { ModerationLabels: [], ModerationModelVersion: "7" } },
        WaitForContractApproval: { callback: { result: { contract_id: "c1" } } },
        PublishPropertyPublicationApproved: published,
      },
    },
    {
      input,
      answers: {
        LookupContract: { result: { Item: contract } },
        CheckDescriptionSentiment: feeling("NEGATIVE"),
        CheckForUnsafeContentInImages: {
          result: { ModerationLabels: [{ Name: "Smoking", Confidence: 90 }], ModerationModelVersion: "7" },
        },
        PublishPropertyPublicationRejected: published,
      },
    },
    {
      input,
      answers: {
        LookupContract: { result: { Item: contract } },
        CheckDescriptionSentiment: feeling("POSITIVE"),
        CheckForUnsafeContentInImages: {
          result: { ModerationLabels: [{ Name: "Smoking", Confidence: 90 }], ModerationModelVersion: "7" },
        },
        PublishPropertyPublicationRejected: published,
      },
    },
    { input, ends: "FAILED", answers: { LookupContract: { result: {} } } },
  ],
};
