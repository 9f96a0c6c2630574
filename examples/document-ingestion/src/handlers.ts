import type { z } from "zod";
import type { Chunks, Document, Embedded, Extracted, Upserted } from "./document.ts";

// The functions as they are deployed to AWS Lambda. The workflow imports their types only.

export async function extractText(document: z.input<typeof Document>): Promise<z.input<typeof Extracted>> {
  if (!document.key.endsWith(".pdf")) throw new NotAPdf(`${document.key} is no PDF.`);
  return { textKey: `text/${document.documentId}.txt`, pages: 12 };
}

export async function chunkText(event: {
  documentId: string;
  bucket: string;
  textKey: string;
}): Promise<z.input<typeof Chunks>> {
  return { keys: [0, 1, 2].map((index) => `chunks/${event.documentId}/${index}.txt`) };
}

/** Asks the embedding model. A throttled call comes back as `ModelThrottled`. */
export async function embedChunk(event: {
  bucket: string;
  chunk: string;
}): Promise<z.input<typeof Embedded>> {
  return { chunk: event.chunk, vectorKey: `${event.chunk}.vector` };
}

export async function upsertVectors(event: {
  documentId: string;
  bucket: string;
  vectorKeys: string[];
}): Promise<z.input<typeof Upserted>> {
  return { collection: "documents", count: event.vectorKeys.length };
}

class NotAPdf extends Error {
  override readonly name = "NotAPdf";
}
