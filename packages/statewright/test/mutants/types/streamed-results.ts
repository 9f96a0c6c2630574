import type { ToldMachine } from "../told-machine.ts";

const row = { ExecutionArn: { S: "string" }, ResultTimestamp: { S: "string" }, Result: { S: "string" } };
const stored = { result: {} };

export const streamedResults: ToldMachine = {
  file: "async-state-machine-streaming-la-statemachine",
  name: "run:1",
  input: { request: "string" },
  output: {
    formattedExeArn: "string",
    resultItems: ["number"],
    results: [{ formattedExeArn: "string", value: "number", index: "number", lastItemIndex: "number" }],
  },
  tasks: {
    SendResult: { takes: { TableName: "string", Item: row }, returns: {} },
    SendFinalResult: {
      takes: { TableName: "string", Item: { ...row, FinalResultFieldName: { BOOL: "boolean" } } },
      returns: {},
    },
  },
  runs: [{ input: { request: "go" }, answers: { SendResult: stored, SendFinalResult: stored } }],
};
