import { invoked } from "../told.ts";
import type { ToldMachine } from "../told-machine.ts";

const child = {
  result: { ExecutionArn: "arn:aws:states:child", Status: "SUCCEEDED", Output: { locked: true } },
};
const entry = {
  lock_name: "string",
  lock_entry: "string",
  AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: "string",
};
const acquire = { StateMachineArn: "string", Input: { ...entry, concurrency_limit: "number" } };
const release = { StateMachineArn: "string", Input: entry };
const locked = { ExecutionArn: "string", Status: "string", Output: { locked: "boolean" } };
const summarized = { Body: { completion: "string", stop_reason: "string" }, ContentType: "string" };

export const summarizeTranscription: ToldMachine = {
  file: "app-meeting-summarization-summarize-transcription",
  input: { inbucketname: "string", inkey: "string", job_name: "string" },
  output: locked,
  tasks: {
    "Aquire Lock": { takes: acquire, returns: locked },
    "Create Prompt From Transcription": {
      takes: {
        FunctionName: "string",
        Payload: { bucket_name: "string", key: "string", prompt_text: "string" },
      },
      returns: invoked({ s3uri: "string", tokens: "number" }),
    },
    "Create Summary of Transcription": {
      takes: { ModelId: "string", ContentType: "string", Input: { S3Uri: "string" } },
      returns: summarized,
    },
    "Store Transcription Summary": {
      takes: { Body: summarized, Bucket: "string", Key: "string" },
      returns: { ETag: "string" },
    },
    "Publish Event - Summarization Completed": {
      takes: {
        Entries: [
          {
            Detail: {
              source_bucket: "string",
              source_key: "string",
              summary_key: "string",
              summary_bucket: "string",
            },
            DetailType: "string",
            EventBusName: "string",
            Source: "string",
          },
        ],
      },
      returns: { Entries: [{ EventId: "string" }], FailedEntryCount: "number" },
    },
    "Release Lock": { takes: release, returns: locked },
  },
  runs: [
    {
      input: { inbucketname: "files", inkey: "completed/talk.json", job_name: "talk" },
      answers: {
        "Aquire Lock": child,
        "Create Prompt From Transcription": { result: { s3uri: "s3://files/prompt", tokens: 900 } },
        "Create Summary of Transcription": {
          result: { Body: { completion: "They met.", stop_reason: "end" }, ContentType: "application/json" },
        },
        "Store Transcription Summary": { result: { ETag: "a" } },
        "Publish Event - Summarization Completed": {
          result: { Entries: [{ EventId: "e" }], FailedEntryCount: 0 },
        },
        "Release Lock": child,
      },
    },
  ],
};
