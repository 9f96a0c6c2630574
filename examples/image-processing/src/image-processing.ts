import { dynamodb, lambda, lambdaDefaults, param, sns, workflow } from "statewright";
import { z } from "zod";
import type * as handlers from "./handlers.ts";

const Upload = z.object({ bucket: z.string(), key: z.string() });
const Metadata = z.object({
  format: z.string(),
  width: z.int().positive().max(100_000),
  height: z.int().positive().max(100_000),
});
const Thumbnail = z.object({ thumbnailKey: z.string() });
const Labels = z.array(z.object({ name: z.string(), confidence: z.number() }));
const Processed = z.object({ key: z.string(), thumbnailKey: z.string(), labels: z.array(z.string()) });

type Handlers = typeof handlers;
const extractMetadata = lambda<Handlers["extractMetadata"], "UnsupportedImage">(param("ExtractMetadataArn"), {
  result: Metadata,
});
const makeThumbnail = lambda<Handlers["makeThumbnail"]>(param("MakeThumbnailArn"), { result: Thumbnail });
const findLabels = lambda<Handlers["findLabels"]>(param("FindLabelsArn"), { result: Labels });

export const imageProcessing = workflow("image-processing", {
  comment:
    "Reads an uploaded image, makes its thumbnail and finds its labels, stores what it found and tells subscribers.",
})
  .input(Upload)
  .output(Processed)

  .task("ExtractMetadata", extractMetadata)
  .retry(lambdaDefaults)
  .catch("UnsupportedImage", (handler) =>
    handler.fail("NotAnImage", { error: "NotAnImage", cause: ({ input }) => input.Cause }),
  )
  .assign(({ input, result }) => ({ upload: input, metadata: result }))

  .parallel(
    "Analyse",
    (branch) =>
      branch
        .task("MakeThumbnail", makeThumbnail)
        .arguments(({ vars }) => ({
          bucket: vars.upload.bucket,
          key: vars.upload.key,
          width: Math.min(vars.metadata.width, 640),
        }))
        .retry(lambdaDefaults),
    (branch) =>
      branch
        .task("FindLabels", findLabels)
        .arguments(({ vars }) => ({ bucket: vars.upload.bucket, key: vars.upload.key }))
        .retry(lambdaDefaults)
        .output(({ result }) => result.filter((label) => label.confidence >= 80).map((label) => label.name)),
  )
  .output(({ result: [thumbnail, labels] }) => ({ thumbnailKey: thumbnail.thumbnailKey, labels }))

  .task("StoreMetadata", dynamodb.putItem())
  .arguments({
    TableName: param("ImagesTable"),
    Item: {
      key: { S: ({ vars }) => vars.upload.key },
      format: { S: ({ vars }) => vars.metadata.format },
      size: { S: ({ vars }) => `${vars.metadata.width}x${vars.metadata.height}` },
      thumbnailKey: { S: ({ input }) => input.thumbnailKey },
      labels: { L: ({ input }) => input.labels.map((label) => ({ S: label })) },
    },
  })
  .retry({
    errorEquals: ["States.TaskFailed"],
    intervalSeconds: 1,
    maxAttempts: 5,
    maxDelaySeconds: 20,
    jitterStrategy: "FULL",
  })
  .output(({ input, vars }) => ({
    key: vars.upload.key,
    thumbnailKey: input.thumbnailKey,
    labels: input.labels,
  }))

  .task("TellSubscribers", sns.publish())
  .arguments({
    TopicArn: param("ImagesTopic"),
    Subject: "Image processed",
    Message: ({ input }) => ({ key: input.key, labels: input.labels }),
  })
  .output(({ input }) => input)
  .end();
