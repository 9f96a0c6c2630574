import { z } from "zod";

/** Where a PDF lies. */
export const Document = z.object({ documentId: z.string(), bucket: z.string(), key: z.string() });

/** Text and chunks are kept in S3: only their keys pass through the workflow. */
export const Extracted = z.object({ textKey: z.string(), pages: z.number().int() });
export const Chunks = z.object({ keys: z.array(z.string()) });
export const Embedded = z.object({ chunk: z.string(), vectorKey: z.string() });
export const Upserted = z.object({ collection: z.string(), count: z.number().int() });

export const Ingestion = z.object({
  documentId: z.string(),
  status: z.enum(["ingested", "ingested-in-part", "empty"]),
  chunks: z.number().int(),
  failed: z.array(z.object({ chunk: z.string(), error: z.string(), cause: z.string() })),
});
