import type { ToldMachine } from "../told-machine.ts";

const week = { gameweek: "number", season: "string" };
const at = { gameweek: 12, season: "2025-26" };
const told = { result: { MessageId: "m1" } };
const answers = {
  FetchData: { result: { ...at, files: 3 } },
  ProcessFeatures: { result: { ...at, features_file: "features.parquet" } },
  RunInference: { result: { ...at, predictions_key: "predictions.json" } },
  LoadPredictions: { result: { ...at, loaded: 600 } },
  NotifySuccess: told,
  NotifyFailure: told,
};
const message = {
  takes: { TopicArn: "string", Subject: "string", Message: "string" },
  returns: { MessageId: "string" },
};
const input = { trigger: "schedule" };

export const predictions: ToldMachine = {
  file: "auto-haaland-pipeline",
  input: { trigger: "string" },
  output: { MessageId: "string" },
  tasks: {
    FetchData: { takes: { trigger: "string" }, returns: { ...week, files: "number" } },
    ProcessFeatures: { takes: { ...week, mode: "string" }, returns: { ...week, features_file: "string" } },
    RunInference: {
      takes: { ...week, features_file: "string" },
      returns: { ...week, predictions_key: "string" },
    },
    LoadPredictions: {
      takes: { ...week, predictions_key: "string", replace_existing: "boolean" },
      returns: { ...week, loaded: "number" },
    },
    NotifySuccess: message,
    NotifyFailure: message,
  },
  runs: [
    { input, answers },
    {
      input,
      ends: "FAILED",
      answers: { ...answers, RunInference: { error: "OutOfMemory", cause: "too many players" } },
    },
  ],
};
