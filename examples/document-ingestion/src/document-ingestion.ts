import { lambda, lambdaDefaults, param, sns, workflow } from "statewright";
import { Chunks, Document, Embedded, Extracted, Ingestion, Upserted } from "./document.ts";
import type * as handlers from "./handlers.ts";

type Handlers = typeof handlers;
const extractText = lambda<Handlers["extractText"], "NotAPdf">(param("ExtractTextArn"), {
  result: Extracted,
});
const chunkText = lambda<Handlers["chunkText"]>(param("ChunkTextArn"), { result: Chunks });
const embedChunk = lambda<Handlers["embedChunk"], "ModelThrottled">(param("EmbedChunkArn"), {
  result: Embedded,
});
const upsertVectors = lambda<Handlers["upsertVectors"], "StoreBusy">(param("UpsertVectorsArn"), {
  result: Upserted,
});

export const documentIngestion = workflow("document-ingestion", {
  comment:
    "Makes a PDF searchable: text, chunks, vectors. Chunks that fail are collected; too many fail the document.",
  constants: { mostFailedShare: 0.1 },
})
  .input(Document)
  .output(Ingestion)

  .task("ExtractText", extractText)
  .retry(lambdaDefaults)
  .catch("NotAPdf", (handler) =>
    handler.fail("RejectDocument", { error: "NotAPdf", cause: ({ input }) => input.Cause }),
  )
  .assign(({ input }) => ({ document: input }))

  .task("ChunkText", chunkText)
  .arguments(({ input, vars }) => ({
    documentId: vars.document.documentId,
    bucket: vars.document.bucket,
    textKey: input.textKey,
  }))
  .retry(lambdaDefaults)

  .choice("AnyText?")
  .when(
    (input) => input.keys.length === 0,
    (branch) =>
      branch
        .pass("NothingToIngest")
        .output(({ vars }) => ({
          documentId: vars.document.documentId,
          status: "empty",
          chunks: 0,
          failed: [],
        }))
        .end(),
  )
  .otherwise((branch) =>
    branch.map(
      "EmbedEach",
      {
        items: ({ input }) => input.keys,
        itemSelector: ({ item, vars }) => ({ bucket: vars.document.bucket, chunk: item }),
      },
      (chunk) =>
        chunk
          .task("EmbedChunk", embedChunk)
          .retry(
            {
              errorEquals: ["ModelThrottled"],
              intervalSeconds: 1,
              backoffRate: 2,
              maxAttempts: 8,
              maxDelaySeconds: 30,
              jitterStrategy: "FULL",
            },
            lambdaDefaults,
          )
          .catch(
            "States.ALL",
            {
              output: ({ input, error }) => ({ chunk: input.chunk, error: error.Error, cause: error.Cause }),
            },
            (handler) => handler.pass("NoteFailedChunk"),
          ),
      { maxConcurrency: 10 },
    ),
  )

  .pass("Collect")
  .assign(({ input }) => ({
    embedded: input.filter((one) => "vectorKey" in one).map((one) => one.vectorKey),
    failed: input.filter((one) => "error" in one),
  }))
  .output(({ input }) => ({ chunks: input.length }))

  .choice("EnoughEmbedded?")
  .when(
    (input, { vars, constants }) => vars.failed.length > input.chunks * constants.mostFailedShare,
    (branch) =>
      branch.fail("TooManyFailed", {
        error: "TooManyFailed",
        cause: ({ vars }) =>
          `${vars.failed.length} chunks of ${vars.document.documentId} failed, more than a tenth.`,
      }),
  )
  .otherwise((branch) =>
    branch
      .task("UpsertVectors", upsertVectors)
      .arguments(({ vars }) => ({
        documentId: vars.document.documentId,
        bucket: vars.document.bucket,
        vectorKeys: vars.embedded,
      }))
      .retry(
        { errorEquals: ["StoreBusy"], intervalSeconds: 5, backoffRate: 2, maxAttempts: 5 },
        lambdaDefaults,
      )
      .output(({ input, vars }) => ({
        documentId: vars.document.documentId,
        status: vars.failed.length === 0 ? "ingested" : "ingested-in-part",
        chunks: input.chunks,
        failed: vars.failed,
      })),
  )

  .task("Notify", sns.publish())
  .arguments({
    TopicArn: param("IngestionTopic"),
    Subject: ({ input }) => `${input.documentId}: ${input.status}`,
    Message: ({ input }) => input,
  })
  .output(({ input }) => input)
  .end();
