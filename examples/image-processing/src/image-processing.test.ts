import { simulate } from "statewright/testing";
import { expect, test } from "vitest";
import { imageProcessing } from "./image-processing.ts";

const upload = { bucket: "uploads", key: "cat.png" };
const states = {
  ExtractMetadata: { result: { format: "png", width: 320, height: 200 } },
  MakeThumbnail: { result: { thumbnailKey: "thumbnails/320/cat.png" } },
  FindLabels: { result: [{ name: "cat", confidence: 99 }] },
  StoreMetadata: { result: {} },
  TellSubscribers: { result: { MessageId: "m-1" } },
};

test("an image is analysed, stored and announced", async () => {
  const run = await simulate(imageProcessing, { input: upload, mocks: { states } });
  expect(run.output).toEqual({ key: "cat.png", thumbnailKey: "thumbnails/320/cat.png", labels: ["cat"] });
});

test("what is stored are DynamoDB attribute values", async () => {
  const run = await simulate(imageProcessing, { input: upload, mocks: { states } });
  const stored = run.events.find((event) => event.taskScheduledEventDetails?.resourceType === "dynamodb");
  expect(JSON.parse(String(stored?.taskScheduledEventDetails?.parameters))).toEqual({
    TableName: "${ImagesTable}",
    Item: {
      key: { S: "cat.png" },
      format: { S: "png" },
      size: { S: "320x200" },
      thumbnailKey: { S: "thumbnails/320/cat.png" },
      labels: { L: [{ S: "cat" }] },
    },
  });
});

test("a file that is no image fails with what the function said", async () => {
  const ExtractMetadata = { error: "UnsupportedImage", cause: '"cat.txt" is not an image we know.' } as const;
  const run = await simulate(imageProcessing, {
    input: upload,
    mocks: { states: { ...states, ExtractMetadata } },
  });
  expect(run).toMatchObject({
    status: "FAILED",
    error: "NotAnImage",
    cause: '"cat.txt" is not an image we know.',
  });
});
