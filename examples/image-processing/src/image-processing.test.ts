import { coverage, simulate } from "statewright/testing/vitest";
import { afterAll, expect, test } from "vitest";
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
  expect(run).toHaveCalled("StoreMetadata", {
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
  expect(run).toFailWith("NotAnImage", '"cat.txt" is not an image we know.');
});

test("what the services refuse for a moment is tried again", async () => {
  const transient = { error: "Lambda.ServiceException", cause: "Try again." } as const;
  const tried = await simulate(imageProcessing, {
    input: upload,
    mocks: {
      states: {
        ExtractMetadata: [transient, states.ExtractMetadata],
        MakeThumbnail: [transient, states.MakeThumbnail],
        FindLabels: [transient, states.FindLabels],
        StoreMetadata: [{ error: "DynamoDB.InternalServerError" }, states.StoreMetadata],
        TellSubscribers: states.TellSubscribers,
      },
    },
  });
  expect(tried).toSucceedWith();
});

afterAll(() => expect(coverage(imageProcessing)).toBeComplete());
