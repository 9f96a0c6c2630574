import { costOf, coverage, simulate, type WorkflowMocks } from "statewright/testing/vitest";
import { afterAll, expect, test } from "vitest";
import { documentIngestion } from "./document-ingestion.ts";

const document = { documentId: "D-1", bucket: "documents", key: "in/a.pdf" };
const keys = Array.from({ length: 20 }, (_, index) => `chunks/D-1/${index}.txt`);
const transient = { error: "Lambda.ServiceException", cause: "Try again." } as const;
const refused = (chunk: string) =>
  Object.assign(new Error(`${chunk} holds no text.`), { name: "EmptyChunk" });
/** Embeds all chunks but those that end as given. */
const embedAllBut =
  (...endings: string[]) =>
  ({ chunk }: { chunk: string }) => {
    if (endings.some((ending) => chunk.endsWith(`/${ending}.txt`))) throw refused(chunk);
    return { chunk, vectorKey: `${chunk}.vector` };
  };
const states = {
  ExtractText: { result: { textKey: "text/D-1.txt", pages: 12 } },
  ChunkText: { result: { keys } },
  EmbedChunk: embedAllBut(),
  UpsertVectors: { result: { collection: "documents", count: 20 } },
  Notify: { result: { MessageId: "m-1" } },
} satisfies WorkflowMocks<typeof documentIngestion>["states"];
const run = (more: WorkflowMocks<typeof documentIngestion>["states"] = {}) =>
  simulate(documentIngestion, { input: document, mocks: { states: { ...states, ...more } } });

test("every chunk is embedded and the document is searchable", async () => {
  const whole = await run();
  expect(whole).toSucceedWith({ documentId: "D-1", status: "ingested", chunks: 20, failed: [] });
  expect(whole).toHaveCalled("UpsertVectors", {
    documentId: "D-1",
    bucket: "documents",
    vectorKeys: keys.map((key) => `${key}.vector`),
  });
});

test("a few chunks may fail, and each failure is told with its cause", async () => {
  const part = await run({ EmbedChunk: embedAllBut("3", "17") });
  expect(part).toSucceedWith(expect.objectContaining({ status: "ingested-in-part", chunks: 20 }));
  expect(part.output?.failed).toEqual([
    { chunk: "chunks/D-1/3.txt", error: "EmptyChunk", cause: expect.stringContaining("chunks/D-1/3.txt") },
    { chunk: "chunks/D-1/17.txt", error: "EmptyChunk", cause: expect.stringContaining("chunks/D-1/17.txt") },
  ]);
});

test("more than one in ten, and the document fails", async () => {
  const failed = await run({ EmbedChunk: embedAllBut("3", "11", "17") });
  expect(failed).toFailWith("TooManyFailed", "3 chunks of D-1 failed, more than a tenth.");
  expect(failed).not.toVisit("UpsertVectors");
});

test("a document without text has nothing to ingest", async () => {
  const empty = await run({ ChunkText: { result: { keys: [] } } });
  expect(empty).toSucceedWith({ documentId: "D-1", status: "empty", chunks: 0, failed: [] });
});

test("what is no PDF is rejected", async () => {
  expect(await run({ ExtractText: { error: "NotAPdf", cause: "a.pdf is a picture." } })).toFailWith(
    "NotAPdf",
    "a.pdf is a picture.",
  );
});

test("what the services refuse for a moment is tried again", async () => {
  const one = { keys: ["chunks/D-1/0.txt"] };
  const embedded = { result: { chunk: "chunks/D-1/0.txt", vectorKey: "v/0" } };
  const tried = await run({
    ExtractText: [transient, states.ExtractText],
    ChunkText: [transient, { result: one }],
    EmbedChunk: [{ error: "ModelThrottled" }, transient, embedded],
    UpsertVectors: [{ error: "StoreBusy" }, transient, states.UpsertVectors],
  });
  expect(tried).toSucceedWith(expect.objectContaining({ status: "ingested" }));
});

test("6,000 documents of 20 chunks a month, with and without the free tier", async () => {
  const { standard, dollars } = costOf(documentIngestion, await run(), { executions: 6000 });
  expect(standard.transitions).toBe(29);
  expect(dollars.standard).toBeCloseTo(4.35, 6);
  const free = costOf(documentIngestion, await run(), { executions: 6000, freeTier: true });
  expect(free.dollars.standard).toBeCloseTo(4.25, 6);
});

afterAll(() => expect(coverage(documentIngestion)).toBeComplete());
