import type { ToldMachine } from "../told-machine.ts";

const summary = {
  job_name: "string",
  job_status: "string",
  job_start_time: "string",
  job_completion_time: "string",
  language: "string",
  mediaformat: "string",
  transcript_file_uri: "string",
  transcript_file_s3: "string",
  transcript_file_bucket: "string",
  transcript_file_key: "string",
  input_file_name: "string",
};
const job = (status: string) => ({
  result: {
    TranscriptionJob: {
      TranscriptionJobName: "2026-01-01--a--talk.mp4",
      TranscriptionJobStatus: status,
      StartTime: "2026-01-01T00:00:00Z",
      CompletionTime: "2026-01-01T00:01:00Z",
      LanguageCode: "en-US",
      MediaFormat: "mp4",
      Transcript: { TranscriptFileUri: "https://s3/out/transcription.json" },
    },
  },
});
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
const input = { detail: { bucket: { name: "in" }, object: { key: "talks/my talk.mp4", size: 12 } } };

export const transcribeFile: ToldMachine = {
  file: "app-meeting-summarization-transcribe-file",
  input: { detail: { bucket: { name: "string" }, object: { key: "string", size: "number" } } },
  output: locked,
  tasks: {
    "Aquire Lock": { takes: acquire, returns: locked },
    "Start Transcription Job": {
      takes: {
        Media: { MediaFileUri: "string" },
        TranscriptionJobName: "string",
        OutputBucketName: "string",
        OutputKey: "string",
        IdentifyLanguage: "boolean",
      },
      returns: { TranscriptionJob: { TranscriptionJobStatus: "string" } },
    },
    "Get Transcription Job": {
      takes: { TranscriptionJobName: "string" },
      returns: {
        TranscriptionJob: {
          TranscriptionJobName: "string",
          TranscriptionJobStatus: "=QUEUED|IN_PROGRESS|FAILED|COMPLETED",
          StartTime: "string",
          CompletionTime: "string",
          LanguageCode: "string",
          MediaFormat: "string",
          Transcript: { TranscriptFileUri: "string" },
        },
      },
    },
    "Write Transcription Job Summary": {
      takes: { Body: summary, Bucket: "string", Key: "string" },
      returns: { ETag: "string" },
    },
    "Copy Transcription File From Temporary": {
      takes: { CopySource: "string", Bucket: "string", Key: "string" },
      returns: { CopyObjectResult: { ETag: "string" } },
    },
    "Publish Event - Transcription Completed": {
      takes: {
        Entries: [
          {
            Detail: { transcription_job_info: summary, result_folder: "string" },
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
      input,
      answers: {
        "Aquire Lock": child,
        "Start Transcription Job": {
          result: { TranscriptionJob: { TranscriptionJobStatus: "IN_PROGRESS" } },
        },
        "Get Transcription Job": [job("IN_PROGRESS"), job("COMPLETED")],
        "Write Transcription Job Summary": { result: { ETag: "a" } },
        "Copy Transcription File From Temporary": { result: { CopyObjectResult: { ETag: "b" } } },
        "Publish Event - Transcription Completed": {
          result: { Entries: [{ EventId: "e" }], FailedEntryCount: 0 },
        },
        "Release Lock": child,
      },
    },
    {
      input,
      ends: "FAILED",
      answers: {
        "Aquire Lock": child,
        "Start Transcription Job": { result: { TranscriptionJob: { TranscriptionJobStatus: "QUEUED" } } },
        "Get Transcription Job": job("FAILED"),
      },
    },
  ],
};
