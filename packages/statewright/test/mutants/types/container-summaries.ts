import type { ToldMachine } from "../told-machine.ts";

const run = (JobRunState: string) => ({ result: { JobRun: { Id: "jr1", JobRunState, Attempt: 0 } } });
const input = { task_id: "t1", task_sort_key: "2026-01-01" };
const located = {
  result: { Items: [{ location_id: { S: "l1" }, task_id: { S: "t1" } }], Count: 1, ScannedCount: 1 },
};
const summary = (failed: string) => ({
  result: { StatusCode: 200, ResponseBody: { states: { failed, rejected: "0", passed: "7" } } },
});

export const containerSummaries: ToldMachine = {
  file: "distributed-data-stream-aggregat-statemachine-3f",
  input: { task_id: "string", task_sort_key: "string" },
  output: { outputFileName: "string" },
  tasks: {
    "Get Third-party locations": {
      takes: {
        TableName: "string",
        KeyConditionExpression: "string",
        ExpressionAttributeValues: { ":taskValue": { S: "string" } },
      },
      returns: {
        Items: [{ location_id: { S: "string" }, task_id: { S: "string" } }],
        Count: "number",
        ScannedCount: "number",
      },
    },
    "Get location Summary": {
      takes: { ApiEndpoint: "string", Method: "string", InvocationConfig: { ConnectionArn: "string" } },
      returns: {
        StatusCode: "number",
        ResponseBody: { states: { failed: "string", rejected: "string", passed: "string" } },
      },
    },
    "Combine Part Files": {
      takes: {
        JobName: "string",
        Arguments: { "--task_id": "string", "--bucket": "string", "--output_file_name": "string" },
      },
      returns: { JobRunId: "string" },
    },
    "Has Job Finish": {
      takes: { JobName: "string", RunId: "string" },
      returns: {
        JobRun: { Id: "string", JobRunState: "=STARTING|RUNNING|SUCCEEDED|FAILED", Attempt: "number" },
      },
    },
    "Update DynamoDb": {
      takes: {
        TableName: "string",
        Key: { task_id: { S: "string" }, created_at: { S: "string" } },
        UpdateExpression: "string",
        ExpressionAttributeValues: { ":fileRef": { S: "string" } },
        ExpressionAttributeNames: { "#errorCsvUrl": "string" },
      },
      returns: {},
    },
  },
  runs: [
    {
      input,
      answers: {
        "Get Third-party locations": located,
        "Get location Summary": summary("0"),
        "Combine Part Files": { result: { JobRunId: "jr1" } },
        "Has Job Finish": [run("RUNNING"), run("SUCCEEDED")],
        "Update DynamoDb": { result: {} },
      },
    },
    {
      input,
      ends: "FAILED",
      answers: {
        "Get Third-party locations": located,
        "Get location Summary": summary("0"),
        "Combine Part Files": { result: { JobRunId: "jr1" } },
        "Has Job Finish": run("FAILED"),
      },
    },
  ],
};
