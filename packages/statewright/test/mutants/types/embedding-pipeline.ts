import type { ToldMachine } from "../told-machine.ts";

const range = { start: "number", end: "number" };
const ingest = {
  takes: { SourceKey: "string", Bucket: "string" },
  returns: { SourceKey: "string", Bucket: "string", pages: "number" },
};
const message = (key: string) => [
  {
    messageId: "m1",
    body: JSON.stringify({ Records: [{ s3: { bucket: { name: "texts" }, object: { key, size: 9 } } }] }),
  },
];
const ingested = { result: { SourceKey: "a.txt", Bucket: "texts", pages: 2 } };
const rest = {
  GetObjectMetadata: { result: { ContentLength: 900, ContentType: "text/plain", ETag: "a" } },
  GetByteRanges: {
    result: {
      byteRanges: [
        { start: 0, end: 499 },
        { start: 500, end: 899 },
      ],
      chunks: 2,
    },
  },
  ProcessChunk: { result: { vectors: 4 } },
};

/** Its Map reads `$.Map.Item.Value` where the context is meant: with a whole item the path finds nothing. */
export const embeddingPipeline: ToldMachine = {
  file: "parallelized-embedding-pipeline-statemachine",
  untold: ["$.s3Event."],
  input: [{ messageId: "string", body: "string" }],
  tasks: {
    IngestTextFile: ingest,
    IngestPDFFile: ingest,
    IngestDocFile: ingest,
    GetObjectMetadata: {
      takes: { Bucket: "string", Key: "string" },
      returns: { ContentLength: "number", ContentType: "string", ETag: "string" },
    },
    GetByteRanges: { takes: { objectSize: "number" }, returns: { byteRanges: [range], chunks: "number" } },
    ProcessChunk: {
      takes: { Bucket: "string", Key: "string", ByteRangeStart: "number", ByteRangeEnd: "number" },
      returns: { vectors: "number" },
    },
  },
  runs: [
    { input: message("a.txt"), ends: "FAILED", answers: { IngestTextFile: ingested, ...rest } },
    { input: message("a.pdf"), ends: "FAILED", answers: { IngestPDFFile: ingested, ...rest } },
    { input: message("a.docx"), ends: "FAILED", answers: { IngestDocFile: ingested, ...rest } },
    { input: message("a.png"), ends: "FAILED", answers: {} },
  ],
};
