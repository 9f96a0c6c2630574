import type { S3 } from "@aws-sdk/client-s3";
import { awsSdk, param, workflow } from "statewright";
import type { WorkflowMocks } from "statewright/testing";
import { z } from "zod";

const s3 = awsSdk<S3, "S3.NoSuchKeyException">("s3");

export const archive = workflow("archive")
  .input(z.object({ key: z.string() }))
  .pass("Begin")
  .assign(({ input }) => ({ key: input.key }))
  .task("Read", s3("getObject"))
  .arguments({ Bucket: param("Inbox"), Key: ({ vars }) => vars.key })
  .catch("S3.NoSuchKeyException", (handler) => handler.fail("Gone"))
  .output(({ result }) => ({ text: result.Body ?? "", type: result.ContentType ?? "text/plain" }))
  .task("Write", s3("putObject"))
  .arguments({
    Bucket: param("Archive"),
    Key: ({ vars }) => `read/${vars.key}`,
    Body: ({ input }) => input.text,
    ContentType: ({ input }) => input.type,
    Metadata: { from: "inbox" },
  })
  .output(({ result }) => result.VersionId ?? "unversioned")
  .end();

// How the tests run it.
export const run = {
  workflow: archive,
  input: { key: "a.txt" },
  mocks: {
    states: {
      Read: { result: { Body: "hello", ContentType: "text/plain" } },
      Write: { result: { VersionId: "7" } },
    },
  } satisfies WorkflowMocks<typeof archive>,
  output: "7",
};
